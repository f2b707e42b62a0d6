import { expect, test } from 'vitest';
import { findCurrentScorecard, findExplanation, listScorecardDays } from '#db/queries/scorecards.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { readBundle } from '#server/assessments/read-bundle.ts';
import { readCurrent } from '#server/assessments/read-current.ts';
import { readExplanation } from '#server/assessments/read-explanation.ts';
import { readScorecard } from '#server/assessments/read-scorecard.ts';
import { rescorePlatforms } from '#server/assessments/rescore-platforms.ts';
import { createImprovement, createImprovementInput } from '#server/backlog/create-improvement.ts';
import { moveImprovement, moveImprovementInput } from '#server/backlog/move-improvement.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { insertPlatformWithCapabilities, record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const TWO = ['checkout', 'payments'];
const CELL = { capability: 'data', aspect: 'interfaces' };
const serviceAt = (platform: string, at: string, value: number) => ({
  ...{ platform, metric: 'self-service-rate', capability: 'data', at, value },
});

onBothDatabases('scoring many platforms at once', (makeDb) => {
  async function start(): Promise<TestContext> {
    const ctx = scoringContext(await makeDb());
    for (const id of TWO) {
      await insertPlatformWithCapabilities(ctx.db, id);
      await record(ctx, [serviceAt(id, '2026-11-20T10:00:00Z', 0.9)]);
    }
    return ctx;
  }

  test('stores of each what scoring it alone stores, cell by cell, and its day', async () => {
    const ctx = await start();
    await rescorePlatforms(ctx, TWO);
    const together = await Promise.all(TWO.map((id) => readCurrent(ctx.db, id)));
    const days = await Promise.all(
      TWO.map((platformId) => listScorecardDays(ctx.db, { platformId, from: '2026-11-22', to: '2026-11-22' })),
    );
    for (const id of TWO) await ctx.rescore(id);
    expect(together.map((one) => one?.cells.length)).toEqual([65, 65]);
    expect(together).toEqual(await Promise.all(TWO.map((id) => readCurrent(ctx.db, id))));
    expect(days).toEqual(
      await Promise.all(
        TWO.map((platformId) => listScorecardDays(ctx.db, { platformId, from: '2026-11-22', to: '2026-11-22' })),
      ),
    );
  });

  test('a day says what flipped, also when it was scored several times', async () => {
    const ctx = await start();
    await rescorePlatforms(ctx, TWO);
    for (const [hour, value] of [
      ['08', 0.1],
      ['09', 0.1],
    ] as const) {
      ctx.setNow(`2026-11-23T${hour}:00:00.000Z`);
      await record(ctx, [serviceAt('payments', `2026-11-23T${hour}:00:00Z`, value)]);
      await rescorePlatforms(ctx, TWO);
    }
    const [, payments] = await Promise.all(
      TWO.map((platformId) => listScorecardDays(ctx.db, { platformId, from: '2026-11-23', to: '2026-11-23' })),
    );
    // INT-1.d: less than 20 % without a person is a symptom, and 10 % is less
    const flip = { ...CELL, criterion: 'INT-1.d', before: 'not_met', after: 'met', why: 'new_evidence' };
    expect(JSON.parse(payments?.[0]?.flips ?? '[]')).toContainEqual(expect.objectContaining(flip));
    const [checkout] = await listScorecardDays(ctx.db, {
      ...{ platformId: 'checkout', from: '2026-11-23', to: '2026-11-23' },
    });
    expect(checkout?.flips).toBe('[]');
  });

  test('traces belong to the scorecard also before they are made anew', async () => {
    const ctx = await start();
    for (const id of TWO) await ctx.rescore(id);
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await record(ctx, [serviceAt('payments', '2026-11-22T12:30:00Z', 0.1)]);
    await rescorePlatforms(ctx, TWO);
    // nothing is new of the other: its traces are still its own
    expect((await findCurrentScorecard(ctx.db, 'checkout'))?.behind).toBe(0);
    expect((await findCurrentScorecard(ctx.db, 'payments'))?.behind).toBe(1);
    const { asOf, criteria } = await readExplanation(ctx, { platform: 'payments', ...CELL });
    expect(asOf).toBe('2026-11-22T13:00:00.000Z');
    expect(criteria.find(({ id }) => id === 'INT-1.d')).toMatchObject({ state: 'met', test: { value: 0.1 } });
    await ctx.rescore('payments');
    expect(await findExplanation(ctx.db, { platformId: 'payments', ...CELL })).toMatchObject({ behind: 0 });
  });

  test('the bundle and its hash are those of the instant for whom asks', async () => {
    const ctx = await start();
    await rescorePlatforms(ctx, TWO);
    expect((await findCurrentScorecard(ctx.db, 'payments'))?.bundleSha256).toBeNull();
    ctx.setNow('2026-11-22T13:00:00.000Z');
    const scorecard = await readScorecard(ctx, { platform: 'payments' });
    expect(scorecard.asOf).toBe('2026-11-22T12:00:00.000Z');
    const bundle = await readBundle(ctx, { platform: 'payments', asOf: scorecard.asOf });
    expect(scorecard.bundleSha256).toBe(loadBundle(JSON.parse(bundle)).sha256);
    // and whoever asks next waits for nothing
    const runTask = () => Promise.reject(new Error('A task was run.'));
    expect(await readScorecard({ ...ctx, runTask }, { platform: 'payments' })).toEqual(scorecard);
  });

  test('one that cannot be scored keeps why, and the others are scored', async () => {
    const ctx = await start();
    await ctx.db.updateTable('platform').set({ packVersion: '9.9.9' }).where('id', '=', 'checkout').execute();
    await expect(rescorePlatforms(ctx, TWO)).rejects.toThrow('1 of 2 platforms could not be scored.');
    expect((await findCurrentScorecard(ctx.db, 'checkout'))?.error).toBe(
      'The rubric cncf-platform 9.9.9 is not installed here.',
    );
    expect(await readCurrent(ctx.db, 'payments')).not.toBeNull();
  });

  test('what is done is judged by it', async () => {
    const ctx = await start();
    await rescorePlatforms(ctx, TWO);
    const place = { criterion: 'INT-1.d', capability: 'data' };
    const proposed = { platform: 'payments', title: 'Without a person', criteria: [place] };
    const { id } = await createImprovement(ctx, createImprovementInput.parse(proposed));
    await moveImprovement(ctx, moveImprovementInput.parse({ platform: 'payments', id, version: 1, state: 'done' }));
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await rescorePlatforms(ctx, TWO);
    const { state } = await ctx.db.selectFrom('improvement').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('verified');
  });
});
