import { expect, test } from 'vitest';
import { listCapabilities } from '#server/catalogue/list-capabilities.ts';
import { chooseCapabilities } from '#server/first-run/choose-capabilities.ts';
import { readChoice } from '#server/first-run/read-choice.ts';
import { claimsContext, OWNER } from '#tests/support/build-claims.ts';
import { record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';
const choice = (key: string, more: { name?: string; mandatory?: boolean } = {}) => ({
  ...{ key, consumption: 'requested' as const, mandatory: false },
  ...more,
});

onBothDatabases('choosing capabilities in the first run', (makeDb) => {
  test('leaves what was chosen, with how teams get it; the rest is archived and can come back', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    const chosen = [choice('build-test', { mandatory: true }), choice('data')];
    expect(await chooseCapabilities(ctx, { platform, capabilities: chosen })).toEqual({ changed: true });
    const offered = async () =>
      (await listCapabilities(ctx, { platform })).filter(({ state }) => state === 'offered').map(({ key }) => key);
    expect(await offered()).toEqual(['build-test', 'data']);
    const data = (await listCapabilities(ctx, { platform })).find(({ key }) => key === 'data');
    expect(data).toMatchObject({ ownerTeam: 'storage' });
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await chooseCapabilities(ctx, { platform, capabilities: [...chosen, choice('messaging')] });
    expect(await offered()).toEqual(['build-test', 'data', 'messaging']);
    expect(ctx.rescored).toHaveLength(2);
  });

  test('takes capabilities of one’s own, and shows them in the choice again', async () => {
    const ctx = await claimsContext(await makeDb());
    const own = choice('feature-flags', { name: 'Feature flags' });
    await chooseCapabilities(ctx, { platform, capabilities: [choice('data'), own] });
    const { capabilities } = await readChoice(ctx, { platform });
    expect(capabilities).toHaveLength(14);
    expect(capabilities.filter(({ chosen }) => chosen).map(({ key, own: isOwn }) => [key, isOwn])).toEqual([
      ['data', false],
      ['feature-flags', true],
    ]);
  });

  test('changes nothing and leaves no trace where nothing changes', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    const capabilities = [choice('data')];
    await chooseCapabilities(ctx, { platform, capabilities });
    expect(await chooseCapabilities(ctx, { platform, capabilities })).toEqual({ changed: false });
    const entries = await db.selectFrom('auditEntry').select(['action', 'detail']).execute();
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]?.detail ?? '')).toMatchObject({ archived: expect.arrayContaining(['messaging']) });
  });

  test('a past answer keeps the capabilities of then', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await chooseCapabilities(ctx, { platform, capabilities: [choice('data')] });
    const [past] = await db.selectFrom('pastSettings').select('settings').execute();
    expect(JSON.parse(past?.settings ?? '').capabilities).toHaveLength(13);
  });

  test('is over once there is evidence: a slip could hide it', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await record(ctx, [{ capability: 'data' }]);
    expect((await readChoice(ctx, { platform })).closed).toBe(true);
    await expect(chooseCapabilities(ctx, { platform, capabilities: [choice('data')] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test.each([
    [[choice('feature-flags')], 'needs a name'],
    [[choice('data'), choice('data')], '"data" stands twice'],
  ])('%j is refused', async (capabilities, sentence) => {
    const ctx = await claimsContext(await makeDb());
    await expect(chooseCapabilities(ctx, { platform, capabilities })).rejects.toThrow(sentence);
  });

  test('is for editors', async () => {
    const ctx = (await claimsContext(await makeDb())).as(OWNER);
    await expect(chooseCapabilities(ctx, { platform, capabilities: [choice('data')] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
