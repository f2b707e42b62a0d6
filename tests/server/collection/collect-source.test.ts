import { expect, test } from 'vitest';
import { claimSource } from '#db/queries/sources.ts';
import { listSourceRuns } from '#server/collection/list-source-runs.ts';
import { listSources } from '#server/collection/list-sources.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { addSource, adoption, collect, storedValues } from '#tests/support/build-source.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakeHttp } from '#tests/support/fake-http.ts';
import { fakePrometheus, steady } from '#tests/support/fake-prometheus.ts';
import { type TestContext, testContext } from '#tests/support/test-context.ts';

const HOUR = 3_600_000;
const platform = 'payments';
const second = { ...adoption, name: 'Retention', query: 'retention', metric: 'team-retention' };
const nowOf = (ctx: TestContext) => ctx.now().getTime();

onBothDatabases('asking a source', (makeDb) => {
  async function start(): Promise<TestContext> {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    return testContext(db);
  }

  test('the first run brings history, and later ones what is new since then, each value once', async () => {
    const ctx = await start();
    // START is 12:00; with a minute to settle the newest whole hour is 11:00
    const server = await fakePrometheus({ adoption: [{ labels: {}, at: (ms) => (ms % (24 * HOUR)) / (24 * HOUR) }] });
    const id = await addSource(ctx, { url: server.url, settings: { backfillDays: 1 } });
    expect(await collect(ctx, id)).toMatchObject({ asked: 1, failed: 0, accepted: 24, unfinished: false });
    expect((await storedValues(ctx)).at(-1)).toMatchObject({
      at: '2026-11-22T11:00:00.000Z',
      value: 11 / 24,
    });
    expect(await collect(ctx, id)).toMatchObject({ asked: 0, accepted: 0 });
    ctx.setNow('2026-11-22T15:30:00.000Z');
    expect(await collect(ctx, id)).toMatchObject({ asked: 1, accepted: 4 });
    const times = (await storedValues(ctx)).map(({ at }) => at);
    expect(times).toHaveLength(28);
    expect(new Set(times).size).toBe(28);
  });

  test('what was missed while the source was away is caught up with', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const id = await addSource(ctx, { url: server.url });
    await collect(ctx, id);
    const works = server.received.length;
    expect(works).toBe(1);
    server.answerWith((response) => response.writeHead(502).end());
    ctx.setNow('2026-11-22T14:30:00.000Z');
    expect(await collect(ctx, id)).toMatchObject({ failed: 1, accepted: 0 });
    const again = await fakePrometheus({ adoption: [steady(0.5)] });
    server.answerWith((response, request) => {
      fetch(`${again.url}${request.path}`, { method: 'POST', body: request.body }).then(async (answer) =>
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()),
      );
    });
    ctx.setNow('2026-11-22T16:30:00.000Z');
    expect(await collect(ctx, id)).toMatchObject({ failed: 0, accepted: 5 });
    expect((await storedValues(ctx)).map(({ at }) => at.slice(11, 13))).toEqual(['11', '12', '13', '14', '15', '16']);
  });

  test('every value names its source, query and run', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const id = await addSource(ctx, { url: server.url, name: 'Our Prometheus' });
    await collect(ctx, id);
    const [run] = await ctx.db
      .selectFrom('sample')
      .innerJoin('sourceRun', 'sourceRun.id', 'sample.runId')
      .select(['source', 'origin', 'query', 'sourceId', 'accepted', 'rejected', 'error', 'failed'])
      .execute();
    expect(run).toEqual({
      source: 'prometheus',
      origin: 'Our Prometheus · Adoption',
      query: 'adoption',
      sourceId: id,
      accepted: 1,
      rejected: 0,
      error: null,
      failed: 0,
    });
  });

  test('a query that fails keeps neither the others nor what they bring from being stored', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ retention: [steady(0.9)] });
    const id = await addSource(ctx, { url: server.url, queries: [adoption, second] });
    expect(await collect(ctx, id)).toMatchObject({ asked: 2, failed: 1, accepted: 1 });
    expect(await storedValues(ctx)).toMatchObject([{ metric: 'team-retention', value: 0.9 }]);
    const [run] = await listSourceRuns(ctx, { platform, source: id });
    expect(run).toMatchObject({ accepted: 1, failed: 1, rejected: 0 });
    expect(run?.queries).toMatchObject([
      { name: 'Adoption', failed: true, problem: 'The server does not understand this query: parse error' },
      { name: 'Retention', failed: false, problem: null },
    ]);
    const [shown] = await listSources(ctx, { platform });
    expect(shown).toMatchObject({ state: 'failing', failingSince: '2026-11-22T12:00:00.000Z' });
  });

  test('a server that refuses is asked once, not once a query', async () => {
    const ctx = await start();
    const server = await fakeHttp((response) => response.writeHead(401).end());
    const id = await addSource(ctx, { url: server.url, queries: [adoption, second] });
    expect(await collect(ctx, id)).toMatchObject({ asked: 2, failed: 2 });
    expect(server.received).toHaveLength(1);
  });

  test('what cannot be a value is counted and named, the others are taken', async () => {
    const ctx = await start();
    const server = await fakePrometheus({
      adoption: [steady('NaN', { team: 'a' }), steady(1.5, { team: 'b' }), steady(0.25, { team: 'c' })],
    });
    const id = await addSource(ctx, { url: server.url, queries: [{ ...adoption, teamLabel: 'team' }] });
    expect(await collect(ctx, id)).toMatchObject({ failed: 0, accepted: 1, rejected: 2 });
    expect(await storedValues(ctx)).toMatchObject([{ team: 'c', value: 0.25 }]);
    const [run] = await listSourceRuns(ctx, { platform, source: id });
    expect(run?.queries[0]?.problem).toBe('value: NaN is not a number.');
  });

  test('an answer with a million series leaves nothing half stored', async () => {
    const ctx = await start();
    const server = await fakeHttp((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"status":"success","data":{"resultType":"matrix","result":[');
      let left = 1_000_000;
      const pour = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          const series = `{"metric":{"pod":"p${left}"},"values":[[1795341600,"0.5"]]},`;
          if (!response.write(series)) return void response.once('drain', pour);
        }
        response.end(']}}');
      };
      pour();
    });
    const id = await addSource(ctx, { url: server.url });
    expect(await collect(ctx, id)).toMatchObject({ failed: 1, accepted: 0 });
    expect(await storedValues(ctx)).toEqual([]);
    const [run] = await listSourceRuns(ctx, { platform, source: id });
    expect(run?.queries[0]?.problem).toMatch(/^The answer is larger than 8 MB\. Aggregate the query/);
  });

  test('one run at a time: a source that is being asked is left alone, and a dead run holds it for minutes only', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const id = await addSource(ctx, { url: server.url });
    await claimSource(ctx.db, id, { nowMs: nowOf(ctx), leaseUntilMs: nowOf(ctx) + 480_000 });
    expect(await collect(ctx, id)).toBeNull();
    expect(server.received).toEqual([]);
    ctx.setNow('2026-11-22T12:08:00.000Z');
    expect(await collect(ctx, id)).toMatchObject({ accepted: 1 });
  });

  test('of two that start at once, one asks', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const id = await addSource(ctx, { url: server.url });
    const outcomes = await Promise.all([collect(ctx, id), collect(ctx, id)]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(server.received).toHaveLength(1);
  });

  test('a failed run is tried again soon, a good one after its interval', async () => {
    const ctx = await start();
    const good = await fakePrometheus({ adoption: [steady(0.5)] });
    const bad = await fakePrometheus({});
    const goodId = await addSource(ctx, { url: good.url, name: 'Good' });
    const badId = await addSource(ctx, { url: bad.url, name: 'Bad', queries: [second] });
    await collect(ctx, goodId);
    await collect(ctx, badId);
    const next = new Map((await listSources(ctx, { platform })).map(({ name, nextRunAt }) => [name, nextRunAt]));
    expect(next.get('Good')).toBe('2026-11-22T13:00:00.000Z');
    expect(next.get('Bad')).toBe('2026-11-22T12:15:00.000Z');
  });

  test('a run that is broken off goes on later where it ended', async () => {
    const ctx = await start();
    const stop = new AbortController();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    // 10 days of hours are more than one call: the second one never comes
    const id = await addSource(ctx, { url: server.url, settings: { backfillDays: 10 } });
    const answer = server.received;
    const watching = setInterval(() => answer.length > 0 && stop.abort(), 1);
    const cut = await collect(ctx, id, stop.signal);
    clearInterval(watching);
    expect(cut?.unfinished).toBe(true);
    expect((await listSources(ctx, { platform }))[0]).toMatchObject({ failingSince: null });
    expect(await collect(ctx, id)).toMatchObject({ failed: 0, unfinished: false });
    expect(await storedValues(ctx)).toHaveLength(240);
  });

  test('secrets that SECRET no longer opens fail the source, in words', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const id = await addSource(ctx, { url: server.url, settings: { auth: 'bearer', token: 'hidden' } });
    const other = { ...ctx.as({ kind: 'system', name: 'worker' }), secret: 'another secret, of another deployment' };
    expect(await collect({ ...other, as: () => other }, id)).toMatchObject({ failed: 1 });
    const [run] = await listSourceRuns(ctx, { platform, source: id });
    expect(run?.queries[0]?.problem).toMatch(/SECRET has changed/);
    expect(server.received).toEqual([]);
  });
});
