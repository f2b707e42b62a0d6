import { expect, test } from 'vitest';
import { readCapabilityHistory } from '#server/capabilities/read-capability-history.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const platform = 'payments';
const input = { platform, capability: 'data' };

onBothDatabases('the history of a capability', (makeDb) => {
  test('levels as long as they held, and each change with what flipped or was decided', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await ctx.rescore(platform);
    ctx.setNow('2026-11-24T12:00:00.000Z');
    await record(ctx, [{ metric: 'self-service-rate', capability: 'data', at: '2026-11-24T11:00:00Z', value: 0.01 }]);
    await ctx.rescore(platform);
    ctx.setNow('2026-11-25T12:00:00.000Z');
    await saveCapability(ctx, { platform, key: 'data', state: 'not_offered' });
    await ctx.rescore(platform);
    const { aspects, changes, breaks, titles } = await readCapabilityHistory(ctx, input);
    const adoption = aspects.find(({ key }) => key === 'adoption')?.runs ?? [];
    expect(adoption.map(({ from, to, level }) => [from, to, level])).toEqual([
      ['2026-11-22', '2026-11-24', expect.any(Number)],
      ['2026-11-25', '2026-11-25', null],
    ]);
    const withdrawn = changes.filter(({ day }) => day === '2026-11-25');
    expect(withdrawn.map(({ capabilityChange }) => capabilityChange)).toEqual(
      Array.from({ length: 5 }, () => 'no_longer_offered'),
    );
    const slower = changes.filter(({ day }) => day === '2026-11-24');
    expect(slower.length).toBeGreaterThan(0);
    const flips = slower.flatMap((change) => change.flips);
    expect(flips.map(({ why }) => why)).toContain('new_evidence');
    expect(flips.every(({ criterion }) => titles[criterion] !== undefined)).toBe(true);
    expect(breaks).toMatchObject([{ day: '2026-11-25', reason: 'capabilities' }]);
  });

  test('a day that changed nothing leaves nothing', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await ctx.rescore(platform);
    const { aspects, changes } = await readCapabilityHistory(ctx, input);
    expect(changes).toEqual([]);
    expect(aspects.every(({ runs }) => runs.length === 1)).toBe(true);
  });

  test('is for those who may see the platform', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const stranger = ctx.as(person('viewer', { platformId: 'elsewhere' }));
    await expect(readCapabilityHistory(stranger, input)).rejects.toThrow();
    await expect(readCapabilityHistory(ctx, { platform, capability: 'nothing' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
