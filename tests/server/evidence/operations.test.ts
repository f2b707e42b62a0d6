import { expect, onTestFinished, test } from 'vitest';
import { listMetricDefinitions } from '#server/evidence/list-metric-definitions.ts';
import { receiveMetrics } from '#server/evidence/receive-metrics.ts';
import { insertPlatformWithCapabilities, sample } from '#tests/support/build-evidence.ts';
import { insertTestPlatform } from '#tests/support/build-platform-row.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { person, testContext, token } from '#tests/support/test-context.ts';

async function given() {
  const made = await makeSqlite();
  onTestFinished(made.remove);
  await insertPlatformWithCapabilities(made.db);
  return testContext(made.db, token(['metrics:write', 'read']));
}

function delivery(body: BodyInit, headers: Record<string, string> = {}): Request {
  const all = { 'content-type': 'application/json', ...headers };
  return new Request('http://localhost/api/v1/metrics', { method: 'POST', headers: all, body });
}

test('the metrics door answers how many it took and which it refused', async () => {
  const ctx = await given();
  const answer = await receiveMetrics(ctx, delivery(JSON.stringify({ samples: [sample(), sample({ value: 2 })] })));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    accepted: 1,
    rejected: [{ index: 1, reason: 'value: a ratio lies between 0 and 1 (80 % is 0.8).' }],
  });
});

test('the same key with other bytes is a conflict, with the same bytes the same answer', async () => {
  const ctx = await given();
  const key = { 'idempotency-key': 'night-1' };
  const body = JSON.stringify({ samples: [sample()] });
  const first = await receiveMetrics(ctx, delivery(body, key));
  const again = await receiveMetrics(ctx, delivery(body, key));
  expect(await again.text()).toBe(await first.text());
  await expect(receiveMetrics(ctx, delivery(` ${body}`, key))).rejects.toMatchObject({ code: 'CONFLICT' });
});

test.each(['', 'two words', 'ü', 'x'.repeat(256)])('an Idempotency-Key of "%.20s" is refused', async (key) => {
  const ctx = await given();
  const request = delivery('{"samples":[]}');
  const headers = { get: (name: string) => (name === 'idempotency-key' ? key : request.headers.get(name)) };
  const odd = new Proxy(request, { get: (target, name) => (name === 'headers' ? headers : Reflect.get(target, name)) });
  await expect(receiveMetrics(ctx, odd)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('a body of more than 8 MiB is refused before it is read to its end', async () => {
  const ctx = await given();
  const huge = new Uint8Array(8 * 1024 * 1024 + 1);
  await expect(receiveMetrics(ctx, delivery(huge))).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
});

test('the metric catalogue says units and what each metric feeds', async () => {
  const ctx = await given();
  const { metrics, nextCursor } = await listMetricDefinitions(ctx, { limit: 200 });
  expect(nextCursor).toBeNull();
  const rate = metrics.find(({ key }) => key === 'self-service-rate');
  expect(rate).toMatchObject({ number: 'M-05', dimension: 'ratio', unit: '0…1', scope: 'capability' });
  expect(rate?.feeds[0]).toMatchObject({ criterion: expect.stringMatching(/^[A-Z]{2,5}-\d\.[a-z]$/) });
});

test('the metric catalogue is read a page at a time by whoever wants it so', async () => {
  const ctx = await given();
  const whole = await listMetricDefinitions(ctx, { limit: 200 });
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMetricDefinitions(ctx, { limit: 20, cursor });
    keys.push(...page.metrics.map(({ key }) => key));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(keys).toEqual(whole.metrics.map(({ key }) => key));
  expect(new Set(keys).size).toBeGreaterThan(40);
});

test('with several platforms one must be named, and one that the caller may not see is not there', async () => {
  const ctx = await given();
  await insertTestPlatform(ctx.db, { id: 'search' });
  await expect(listMetricDefinitions(ctx, { limit: 200 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect((await listMetricDefinitions(ctx, { platform: 'payments', limit: 200 })).metrics.length).toBeGreaterThan(30);
  const stranger = ctx.as(person('viewer', { platformId: 'search' }));
  const refused = listMetricDefinitions(stranger, { platform: 'payments', limit: 200 });
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
