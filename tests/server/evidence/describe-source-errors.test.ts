import { expect, test } from 'vitest';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { deleteSource } from '#server/collection/delete-source.ts';
import { saveSource } from '#server/collection/save-source.ts';
import { setSourceState } from '#server/collection/set-source-state.ts';
import { assembleBundle } from '#server/evidence/assemble-bundle.ts';
import { readScorecard } from '#server/overview/read-scorecard.ts';
import { rubricOf } from '#server/rubrics/rubric-of.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { insertPlatformWithCapabilities, record } from '#tests/support/build-evidence.ts';
import { addSource, adoption, collect } from '#tests/support/build-source.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakeHttp } from '#tests/support/fake-http.ts';
import { person, type TestContext, testContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const named = {
  ...adoption,
  name: 'By capability',
  query: 'all',
  metric: 'team-retention',
  capability: null,
  capabilityLabel: 'c',
};
const REFUSED = 'The server refuses access (401). Check the token, or user and password.';

onBothDatabases('what sources failed to tell', (makeDb) => {
  async function start(): Promise<TestContext> {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    return testContext(db, person('admin'));
  }
  async function errorsAt(ctx: TestContext, asOf: string) {
    const row = await findPlatform(ctx, platform);
    const bundle = await assembleBundle(ctx.db, { platform: row, rubric: rubricOf(row), asOf: new Date(asOf) });
    return bundle.sourceErrors;
  }

  test('stands in the bundle, by metric and capability, from the first failure to the next success', async () => {
    const ctx = await start();
    const server = await fakeHttp((response) => response.writeHead(401).end());
    const id = await addSource(ctx, { url: server.url, queries: [adoption, named] });
    expect(await errorsAt(ctx, '2026-11-22T12:00:00.000Z')).toEqual([]);
    await collect(ctx, id);
    const since = '2026-11-22T12:00:00.000Z';
    const failing = [
      { metric: 'team-adoption', capability: 'data', since, message: REFUSED },
      { metric: 'team-retention', capability: null, since, message: REFUSED },
    ];
    expect(await errorsAt(ctx, since)).toEqual(expect.arrayContaining(failing));
    expect(ctx.rescored).toEqual(['payments']);
    // still failing an hour later: nothing new to say, nothing scored again
    ctx.setNow('2026-11-22T13:30:00.000Z');
    await collect(ctx, id);
    expect(ctx.rescored).toEqual(['payments']);
    const success = JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: [] } });
    server.answerWith((response) => response.writeHead(200, { 'content-type': 'application/json' }).end(success));
    ctx.setNow('2026-11-22T14:30:00.000Z');
    await collect(ctx, id);
    expect(await errorsAt(ctx, '2026-11-22T14:30:00.000Z')).toEqual([]);
    // the past keeps what was known then
    expect(await errorsAt(ctx, '2026-11-22T14:29:59.000Z')).toEqual(expect.arrayContaining(failing));
    expect(await errorsAt(ctx, '2026-11-22T11:59:59.000Z')).toEqual([]);
    expect(ctx.rescored).toEqual(['payments', 'payments']);
  });

  test('makes a criterion unknown because its source fails, where no value decides it', async () => {
    const ctx = scoringContext(await makeDb(), person('admin'));
    await insertPlatformWithCapabilities(ctx.db);
    await record(ctx, [{ metric: 'team-adoption', capability: 'data', value: 0.9 }]);
    const server = await fakeHttp((response) => response.writeHead(401).end());
    const queries = ['data', 'observability'].map((capability) => ({ ...adoption, name: capability, capability }));
    await collect(ctx, await addSource(ctx, { url: server.url, queries }));
    const { scorecard } = await readScorecard(ctx.db, platform);
    const reasons = (capability: string) =>
      (scorecard?.cells ?? [])
        .filter((cell) => cell.capability === capability && cell.aspect === 'adoption')
        .flatMap(({ criteria }) => criteria.map(({ reason }) => reason));
    expect(reasons('observability')).toContain('source_error');
    // a value is there, and it counts for as long as it is fresh
    expect(reasons('data')).not.toContain('source_error');
  });

  test('keeps since when it fails where the reason changes, and the past keeps the old reason', async () => {
    const ctx = await start();
    const server = await fakeHttp((response) => response.writeHead(401).end());
    const id = await addSource(ctx, { url: server.url });
    await collect(ctx, id);
    server.answerWith((response) => response.writeHead(502).end());
    ctx.setNow('2026-11-22T13:30:00.000Z');
    await collect(ctx, id);
    const since = '2026-11-22T12:00:00.000Z';
    expect(await errorsAt(ctx, '2026-11-22T13:30:00.000Z')).toMatchObject([
      { since, message: 'The server reports an error of its own (502).' },
    ]);
    expect(await errorsAt(ctx, '2026-11-22T13:00:00.000Z')).toMatchObject([{ since, message: REFUSED }]);
  });

  test('ends when the query is taken out, or the source', async () => {
    const ctx = await start();
    const server = await fakeHttp((response) => response.writeHead(401).end());
    const source = await addSource(ctx, { url: server.url, queries: [adoption, named] });
    await collect(ctx, source);
    ctx.setNow('2026-11-22T13:00:00.000Z');
    const settings = { address: server.url, queries: [adoption] };
    await saveSource(ctx, { platform, source, name: 'Metrics', kind: 'prometheus', intervalMinutes: 60, settings });
    expect((await errorsAt(ctx, '2026-11-22T13:00:00.000Z')).map(({ metric }) => metric)).toEqual(['team-adoption']);
    ctx.setNow('2026-11-22T14:00:00.000Z');
    await deleteSource(ctx, { platform, source });
    expect(await errorsAt(ctx, '2026-11-22T14:00:00.000Z')).toEqual([]);
    expect(await errorsAt(ctx, '2026-11-22T12:30:00.000Z')).toHaveLength(2);
  });

  test('does not begin for a source that is paused while it is being asked', async () => {
    const ctx = await start();
    const server = await fakeHttp((response) => {
      setSourceState(ctx, { platform, source, state: 'paused' }).then(() => response.writeHead(500).end());
    });
    const source = await addSource(ctx, { url: server.url });
    expect(await collect(ctx, source)).toMatchObject({ failed: 1 });
    expect(await errorsAt(ctx, '2026-11-22T12:00:00.000Z')).toEqual([]);
  });

  test('of two sources that should tell the same, the one that fails longest speaks', async () => {
    const ctx = await start();
    const server = await fakeHttp((response) => response.writeHead(401).end());
    const first = await addSource(ctx, { url: server.url, name: 'First' });
    const second = await addSource(ctx, { url: server.url, name: 'Second' });
    await collect(ctx, second);
    ctx.setNow('2026-11-22T12:10:00.000Z');
    await collect(ctx, first);
    const errors = await errorsAt(ctx, '2026-11-22T12:10:00.000Z');
    expect(errors).toMatchObject([{ since: '2026-11-22T12:00:00.000Z' }]);
  });
});
