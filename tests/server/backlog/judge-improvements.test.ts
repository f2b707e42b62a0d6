import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { effectBetween } from '#rubrics/scoring/effect.ts';
import { score } from '#rubrics/scoring/score.ts';
import { assumptionSchema, scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { readBundle } from '#server/assessments/read-bundle.ts';
import { evaluateImprovement } from '#server/backlog/evaluate-improvement.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { readImprovement } from '#server/backlog/read-improvement.ts';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { rubricOf } from '#server/rubrics/rubric-of.ts';
import { backlogContext, MAINTAINERS, maintainers, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { OTHER_EDITOR, OWNER } from '#tests/support/build-claims.ts';
import { record } from '#tests/support/build-evidence.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const read = (ctx: TestContext, id: string) => readImprovement(ctx, { platform: 'payments', id });

/** An improvement that was taken up on the 22nd and called done on the 23rd of November. */
async function closed(ctx: TestContext, given: Record<string, unknown> = {}): Promise<string> {
  const { id } = await propose(ctx, given);
  await moveImprovement(ctx, { platform: 'payments', id, version: 1, state: 'doing' });
  ctx.setNow('2026-11-23T09:00:00.000Z');
  await moveImprovement(ctx, { platform: 'payments', id, version: 2, state: 'done' });
  return id;
}

onBothDatabases('an improvement that is done', (makeDb) => {
  test('is verified by the first scoring that shows its criteria met, with the difference that they make', async () => {
    const ctx = await backlogContext(await makeDb());
    const id = await closed(ctx);
    await maintainers(ctx, 2);
    // the evaluation at the very instant of closing is not one after it
    await ctx.rescore('payments');
    expect(await read(ctx, id)).toMatchObject({ state: 'done', measured: null });
    ctx.setNow('2026-11-23T10:00:00.000Z');
    await ctx.rescore('payments');
    const verified = await read(ctx, id);
    const { bundleSha256 } = await ctx.db.selectFrom('currentScorecard').selectAll().executeTakeFirstOrThrow();
    expect(verified).toMatchObject({
      state: 'verified',
      measured: {
        ...{ asOf: '2026-11-23T10:00:00.000Z', bundleSha256, value: ONE_STEP },
        cells: [{ capability: 'data', aspect: 'investment', from: 1, to: 2 }],
      },
      rights: { moves: [], evaluate: false },
    });
    const { actorKind, actorName, detail } = await ctx.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('subject', '=', id)
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow();
    expect({ actorKind, actorName, ...JSON.parse(detail) }).toMatchObject({
      ...{ actorKind: 'system', actorName: 'evaluation', from: 'done', to: 'verified', measured: ONE_STEP },
    });
  });

  test('is not confirmed when after the time of grace it is still not met; evidence that comes late verifies it', async () => {
    const ctx = await backlogContext(await makeDb());
    const id = await closed(ctx);
    ctx.setNow('2027-02-20T09:00:00.000Z');
    await maintainers(ctx, 1);
    await ctx.rescore('payments');
    expect(await read(ctx, id)).toMatchObject({ state: 'done' });
    // 90 days after the 23rd of November
    ctx.setNow('2027-02-21T09:00:00.000Z');
    await ctx.rescore('payments');
    expect(await read(ctx, id)).toMatchObject({ state: 'not_confirmed', rights: { evaluate: true } });
    ctx.setNow('2027-03-01T09:00:00.000Z');
    await maintainers(ctx, 2);
    await ctx.rescore('payments');
    expect(await read(ctx, id)).toMatchObject({ state: 'verified', measured: { value: ONE_STEP } });
  });

  test('stays waiting while nothing is known, however long', async () => {
    const ctx = await backlogContext(await makeDb());
    const id = await closed(ctx);
    // a year later the count of maintainers is too old to say anything
    ctx.setNow('2027-11-23T09:00:00.000Z');
    await ctx.rescore('payments');
    expect(await read(ctx, id)).toMatchObject({ state: 'done', criteria: [{ state: 'unknown', standing: 'open' }] });
    expect(await evaluateImprovement(ctx, { platform: 'payments', id })).toEqual({ id, state: 'done' });
  });

  test('is evaluated at once when somebody asks', async () => {
    const ctx = await backlogContext(await makeDb());
    const id = await closed(ctx);
    const here = { platform: 'payments', id };
    ctx.setNow('2026-11-24T09:00:00.000Z');
    await maintainers(ctx, 1);
    expect(await evaluateImprovement(ctx.as(OWNER), here)).toEqual({ id, state: 'not_confirmed' });
    ctx.setNow('2026-11-25T09:00:00.000Z');
    await maintainers(ctx, 2);
    expect(await evaluateImprovement(ctx, here)).toEqual({ id, state: 'verified' });
    await expect(evaluateImprovement(ctx, here)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

test('an exemption verifies nothing', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const id = await closed(ctx);
  const reason = 'The second person starts in spring.';
  const asked = { platform: 'payments', kind: 'exemption' as const, ...MAINTAINERS, reason, expiresOn: '2027-03-31' };
  const request = await requestExemption(ctx.as(OWNER), asked);
  ctx.setNow('2026-11-24T09:00:00.000Z');
  await decideExemption(ctx.as(OTHER_EDITOR), { id: request.id, approve: true });
  expect(await read(ctx, id)).toMatchObject({ state: 'done', criteria: [{ state: 'exempt', standing: 'missed' }] });
  await remove();
});

test('what was met when work began is verified, and made no difference', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  await maintainers(ctx, 2);
  await ctx.rescore('payments');
  const id = await closed(ctx);
  ctx.setNow('2026-11-24T09:00:00.000Z');
  await ctx.rescore('payments');
  expect(await read(ctx, id)).toMatchObject({ state: 'verified', measured: { value: 0, cells: [] } });
  await remove();
});

test('a symptom is worked on until it is gone', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  await maintainers(ctx, 2);
  const gap = (days: number) =>
    record(ctx, [{ metric: 'change-gap', capability: 'data', value: days * 86_400, at: ctx.now().toISOString() }]);
  // INV-1.b: no change for more than 60 days holds Investment at 1
  await gap(70);
  await ctx.rescore('payments');
  const id = await closed(ctx, { criteria: [{ criterion: 'INV-1.b', capability: 'data' }] });
  expect(await read(ctx, id)).toMatchObject({
    predicted: { value: ONE_STEP },
    criteria: [{ role: 'limiter', state: 'met', standing: 'missed' }],
  });
  ctx.setNow('2026-11-24T09:00:00.000Z');
  await gap(2);
  await ctx.rescore('payments');
  expect(await read(ctx, id)).toMatchObject({ state: 'verified', measured: { value: ONE_STEP } });
  await remove();
});

test('what was measured is computed again from the bundle of that instant, whatever came later', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const id = await closed(ctx);
  ctx.setNow('2026-11-23T10:00:00.000Z');
  await maintainers(ctx, 2);
  await ctx.rescore('payments');
  ctx.setNow('2026-12-23T10:00:00.000Z');
  await maintainers(ctx, 0);
  await ctx.rescore('payments');
  const { measured, criteria } = await read(ctx, id);
  const bundle = loadBundle(JSON.parse(await readBundle(ctx, { platform: 'payments', asOf: measured?.asOf })));
  expect(bundle.sha256).toBe(measured?.bundleSha256);
  const rubric = rubricOf(await db.selectFrom('platform').selectAll().executeTakeFirstOrThrow());
  const before = criteria.map(({ criterion, capability, stateBefore }) => ({
    criterion,
    capability,
    state: stateBefore,
  }));
  const without = scoreAssuming(rubric, bundle, z.array(assumptionSchema).parse(before));
  expect(measured).toMatchObject(effectBetween(without, score(rubric, bundle)));
  expect(measured?.value).toBe(ONE_STEP);
  await remove();
});
