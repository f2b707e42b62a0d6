import { expect, test } from 'vitest';
import { recordSamples } from '#server/evidence/record-samples.ts';
import { insertPlatformWithCapabilities, record, sample } from '#tests/support/build-evidence.ts';
import { insertTestPlatform } from '#tests/support/build-platform-row.ts';
import { type MakeDatabase, onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext, token } from '#tests/support/test-context.ts';

async function given(makeDb: MakeDatabase) {
  const db = await makeDb();
  await insertPlatformWithCapabilities(db);
  return testContext(db, token(['metrics:write']));
}
const deliver = (values: unknown[]) => ({ samples: values.map((value) => ({ value })), idempotency: null });

onBothDatabases('recording samples', (makeDb) => {
  test('a batch with one bad sample keeps the good ones and names the bad one', async () => {
    const ctx = await given(makeDb);
    const recorded = await recordSamples(
      ctx,
      deliver([sample(), sample({ metric: 'no-such' }), sample({ team: 'a' })]),
    );
    expect(recorded).toEqual({
      accepted: 2,
      rejected: [{ index: 1, reason: 'metric: "no-such" is not in the metric catalogue of this platform.' }],
    });
    expect(await ctx.db.selectFrom('sample').select(['value']).execute()).toEqual([{ value: 0.8 }, { value: 0.8 }]);
    const [run] = await ctx.db.selectFrom('sourceRun').selectAll().execute();
    expect(run).toMatchObject({
      platformId: 'payments',
      source: 'metrics-api',
      origin: 'token 1',
      accepted: 2,
      rejected: 1,
    });
    expect(run?.error).toBe('Sample 1: metric: "no-such" is not in the metric catalogue of this platform.');
  });

  test('a bad sample with a sign that no database stores does not take the good ones with it', async () => {
    const ctx = await given(makeDb);
    const recorded = await recordSamples(ctx, deliver([sample(), { ...sample(), 'a\u0000\u001b[31m': 1 }]));
    expect(recorded).toMatchObject({
      accepted: 1,
      rejected: [{ index: 1, reason: expect.not.stringMatching(/\p{Cc}/u) }],
    });
  });

  test('of the same series and time the newest received value counts and the older one stays in provenance', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [{ value: 0.5 }]);
    ctx.setNow('2026-11-22T12:10:00.000Z');
    await record(ctx, [{ value: 0.7 }, { value: 0.6, team: 'a' }]);
    const stored = await ctx.db.selectFrom('sample').select(['value', 'runId']).orderBy('seriesId').execute();
    expect(stored).toEqual([
      { value: 0.7, runId: 2 },
      { value: 0.6, runId: 2 },
    ]);
    const replaced = await ctx.db.selectFrom('replacedSample').select(['value', 'runId']).execute();
    expect(replaced).toEqual([{ value: 0.5, runId: 1 }]);
  });

  test('the same value again changes nothing, so a client may send a batch twice', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [{ value: 0.5 }]);
    await record(ctx, [{ value: 0.5 }]);
    expect(await ctx.db.selectFrom('sample').select(['value', 'runId']).execute()).toEqual([{ value: 0.5, runId: 1 }]);
    expect(await ctx.db.selectFrom('replacedSample').selectAll().execute()).toEqual([]);
  });

  test('the last of equal series and time within one batch counts, the others stay in provenance', async () => {
    const ctx = await given(makeDb);
    const labels = { team: 'a', labels: { b: '2', a: '1' } };
    await record(ctx, [
      { ...labels, value: 0.1 },
      { value: 0.4 },
      { ...labels, labels: { a: '1', b: '2' }, value: 0.2 },
    ]);
    const stored = await ctx.db.selectFrom('sample').select('value').orderBy('value').execute();
    expect(stored.map(({ value }) => value)).toEqual([0.2, 0.4]);
    const replaced = await ctx.db.selectFrom('replacedSample').select('value').execute();
    expect(replaced).toEqual([{ value: 0.1 }]);
  });

  test('a repeated Idempotency-Key gets the first answer for a day; with another body it is a conflict', async () => {
    const ctx = await given(makeDb);
    const idempotency = { key: 'night-1', requestHash: 'one' };
    const first = await recordSamples(ctx, { ...deliver([sample(), {}]), idempotency });
    const again = await recordSamples(ctx, { ...deliver([sample(), {}]), idempotency });
    expect(again).toEqual(first);
    expect(await ctx.db.selectFrom('sourceRun').select('id').execute()).toHaveLength(1);
    const other = recordSamples(ctx, { ...deliver([sample()]), idempotency: { key: 'night-1', requestHash: 'two' } });
    await expect(other).rejects.toMatchObject({ code: 'CONFLICT' });
    const somebody = ctx.as(token(['metrics:write'], null, 'token-2'));
    await recordSamples(somebody, { ...deliver([sample()]), idempotency: { key: 'night-1', requestHash: 'two' } });
    ctx.setNow('2026-11-23T12:00:01.000Z');
    await recordSamples(ctx, { ...deliver([sample()]), idempotency: { key: 'night-1', requestHash: 'two' } });
  });

  test('two deliveries at once under one key are stored once', async () => {
    const ctx = await given(makeDb);
    const delivery = { ...deliver([sample()]), idempotency: { key: 'k', requestHash: 'one' } };
    const answers = await Promise.all([recordSamples(ctx, delivery), recordSamples(ctx, delivery)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await ctx.db.selectFrom('sourceRun').select('id').execute()).toHaveLength(1);
  });

  test('overlapping batches written at once all arrive, with one value a series and time', async () => {
    const ctx = await given(makeDb);
    const batch = (value: number) =>
      Array.from({ length: 50 }, (_, index) => ({
        team: `team-${index % 7}`,
        at: new Date(Date.parse('2026-11-20T00:00:00Z') + (index % 40) * 3_600_000).toISOString(),
        value,
      }));
    await Promise.all([0.1, 0.2, 0.3, 0.4].map((value) => record(ctx, batch(value))));
    const { stored } = await ctx.db
      .selectFrom('sample')
      .select((eb) => eb.fn.countAll<number>().as('stored'))
      .executeTakeFirstOrThrow();
    const { replaced } = await ctx.db
      .selectFrom('replacedSample')
      .select((eb) => eb.fn.countAll<number>().as('replaced'))
      .executeTakeFirstOrThrow();
    // 40 hours × (index mod 7): 50 different pairs a batch, four batches of different values
    expect([stored, replaced]).toEqual([50, 150]);
  });

  test('the platform may be left out where only one exists for the caller', async () => {
    const ctx = await given(makeDb);
    await insertTestPlatform(ctx.db, { id: 'search', packVersion: '1.0.0' });
    const many = await recordSamples(
      ctx,
      deliver([sample(), sample({ platform: 'payments' }), sample({ platform: 'x' })]),
    );
    expect(many.accepted).toBe(1);
    expect(many.rejected.map(({ reason }) => reason)).toEqual([
      'platform: say which one, there are several.',
      'platform: there is no "x".',
    ]);
    const bound = await recordSamples(ctx.as(token(['metrics:write'], 'payments')), deliver([sample({ team: 'b' })]));
    expect(bound.accepted).toBe(1);
  });

  test('a token of one platform cannot write to another, nor learn that it exists', async () => {
    const ctx = await given(makeDb);
    await insertTestPlatform(ctx.db, { id: 'search' });
    const bound = ctx.as(token(['metrics:write'], 'payments'));
    const recorded = await recordSamples(bound, deliver([sample({ platform: 'search' })]));
    expect(recorded.rejected).toEqual([{ index: 0, reason: 'platform: there is no "search".' }]);
  });

  test.each([
    ['a token without the scope', token(['read']), 'FORBIDDEN'],
    ['a viewer', person('viewer'), 'FORBIDDEN'],
    ['nobody', { kind: 'anonymous' as const }, 'UNAUTHORIZED'],
  ])('%s may not write', async (_, actor, code) => {
    const ctx = (await given(makeDb)).as(actor);
    await expect(recordSamples(ctx, deliver([sample()]))).rejects.toMatchObject({ code });
    expect(await ctx.db.selectFrom('sample').selectAll().execute()).toEqual([]);
  });

  test('a refused transaction stores nothing of the batch', async () => {
    const ctx = await given(makeDb);
    await ctx.db.schema.dropTable('dirtyDay').execute();
    await expect(recordSamples(ctx, deliver([sample()]))).rejects.toThrow();
    expect(await ctx.db.selectFrom('sample').selectAll().execute()).toEqual([]);
    expect(await ctx.db.selectFrom('sourceRun').selectAll().execute()).toEqual([]);
  });
});
