import { describe, expect, onTestFinished, test } from 'vitest';
import { POST } from '#app/api/trpc/[trpc]/route.ts';
import { readActor } from '#server/people/read-actor.ts';
import { ADMIN, insertTestPerson, PASSWORD } from '#tests/support/build-people.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const headers = { 'content-type': 'application/json', origin: ORIGIN };

async function start() {
  const { db, remove } = await makeSqlite();
  onTestFinished(remove);
  const runtime = startTestRuntime(db);
  runtime.setNow(new Date().toISOString());
  const post = (path: string, body: unknown, cookie = '') =>
    POST(
      new Request(`${ORIGIN}/api/trpc/${path}`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify(body),
      }),
    );
  return { db, runtime, post };
}

/** Twenty megabytes from anybody were parsed and checked: seven seconds in which nobody else was answered. */
describe('a body of a megabyte', () => {
  const body = { platform: 'payments', kind: 'targets', csv: 'x'.repeat(1024 * 1024) };

  test('is not read from a stranger', async () => {
    const { post } = await start();
    expect((await post('catalogue.previewFile', body)).status).toBe(413);
  });

  test('is read from a person, who may upload a file', async () => {
    const { db, runtime, post } = await start();
    await insertTestPerson(db, { name: 'Ada', grants: [ADMIN] });
    const answer = await runtime.auth.handler(
      new Request(`${ORIGIN}/api/auth/sign-in/email`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ email: 'ada@example.org', password: PASSWORD }),
      }),
    );
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    await expect(readActor(runtime, new Headers({ cookie }))).resolves.toMatchObject({ kind: 'person' });
    expect((await post('catalogue.previewFile', body, cookie)).status).toBe(404);
  });
});

/** A thousand calls in one address took sixteen seconds. */
test('a request carries some calls, not a thousand', async () => {
  const { post } = await start();
  const batch = (count: number) => {
    const calls = Array.from({ length: count }, () => 'surveys.submit');
    return post(`${calls.join(',')}?batch=1`, { ...calls.map(() => ({ token: 'A'.repeat(22), answers: [] })) });
  };
  expect((await batch(2)).status).toBe(404);
  expect((await batch(1_000)).status).toBe(400);
});
