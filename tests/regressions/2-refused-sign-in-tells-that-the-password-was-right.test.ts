import { expect, onTestFinished, test } from 'vitest';
import { POST } from '#app/api/auth/[...path]/route.ts';
import { deactivateUser } from '#server/people/deactivate-user.ts';
import { ADMIN, insertTestPerson, PASSWORD } from '#tests/support/build-people.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';

const ORIGIN = 'http://127.0.0.1:3000';

/** Who was shut out got the same words for a right and a wrong password, but cookies (of no use) with the right one. */
test('of a person who was shut out, a right password is answered like a wrong one', async () => {
  const { db, remove } = await makeSqlite();
  onTestFinished(remove);
  startTestRuntime(db);
  await insertTestPerson(db, { name: 'Ada', grants: [ADMIN] });
  const bob = await insertTestPerson(db, { name: 'Bob', grants: [] });
  await deactivateUser(testContext(db), { user: bob.id, deactivated: true });
  const signIn = async (password: string) => {
    const answer = await POST(
      new Request(`${ORIGIN}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN },
        body: JSON.stringify({ email: 'bob@example.org', password }),
      }),
    );
    return { status: answer.status, cookies: answer.headers.getSetCookie(), text: await answer.text() };
  };
  const wrong = await signIn('certainly a wrong one');
  expect(wrong.status).toBe(401);
  expect(await signIn(PASSWORD)).toEqual(wrong);
});
