import { expect, test } from 'vitest';
import { deactivateUser } from '#server/people/deactivate-user.ts';
import { endSessions } from '#server/people/end-sessions.ts';
import { networkOf } from '#server/people/network-of.ts';
import { readActor } from '#server/people/read-actor.ts';
import { ADMIN, insertTestPerson, PASSWORD } from '#tests/support/build-people.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime, type TestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';

const ORIGIN = 'http://127.0.0.1:3000';

function post(
  runtime: TestRuntime,
  path: string,
  body: unknown,
  { cookie = '', address = '203.0.113.9' } = {},
): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: ORIGIN, cookie, 'x-plumbline-address': address };
  return runtime.auth.handler(
    new Request(`${ORIGIN}/api/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

onBothDatabases('signing in', (makeDb, dialect) => {
  async function start() {
    const db = await makeDb();
    // the library keeps real time, so ours must agree with it about when sessions end
    const runtime = startTestRuntime(db, { dialect });
    runtime.setNow(new Date().toISOString());
    const ada = await insertTestPerson(db, { name: 'Ada', grants: [ADMIN] });
    const signIn = (password = PASSWORD, email = 'ada@example.org') =>
      post(runtime, 'sign-in/email', { email, password });
    const actions = async () =>
      (await db.selectFrom('auditEntry').select(['action', 'subject']).orderBy('at').orderBy('id').execute()).map(
        ({ action, subject }) => `${action} ${subject === ada.id ? 'Ada' : subject}`,
      );
    return { db, runtime, ada, signIn, actions };
  }

  test('gives a cookie that names the person with their roles', async () => {
    const { runtime, ada, signIn } = await start();
    const answer = await signIn();
    expect(answer.status).toBe(200);
    const headers = new Headers({ cookie: cookieOf(answer) });
    await expect(readActor(runtime, headers)).resolves.toMatchObject({ kind: 'person', id: ada.id, grants: [ADMIN] });
  });

  test('gives cookies that scripts cannot read and other sites cannot send', async () => {
    const { signIn } = await start();
    for (const cookie of (await signIn()).headers.getSetCookie()) {
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
    }
  });

  test('is written down, as are sign-out and failures', async () => {
    const { runtime, signIn, actions } = await start();
    const cookie = cookieOf(await signIn());
    await signIn('a wrong password');
    await post(runtime, 'sign-out', {}, { cookie });
    expect((await actions()).sort()).toEqual([
      'session.sign-in Ada',
      'session.sign-in-failed Ada',
      'session.sign-out Ada',
    ]);
  });

  test('fails in the same words for a wrong password and for nobody', async () => {
    const { signIn, actions } = await start();
    const [wrong, nobody] = [await signIn('a wrong password'), await signIn(PASSWORD, 'nobody@example.org')];
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await nobody.text());
    expect(await actions()).toContain('session.sign-in-failed null');
  });

  test('keeps neither password nor unknown e-mail in audit log or log', async () => {
    const { db, runtime, signIn } = await start();
    await signIn(PASSWORD);
    await signIn('a-wrong-password-of-hers');
    await signIn(PASSWORD, 'unknown@example.org');
    const kept = JSON.stringify(await db.selectFrom('auditEntry').selectAll().execute()) + runtime.logged();
    for (const secret of [PASSWORD, 'a-wrong-password-of-hers', 'unknown@example.org'])
      expect(kept).not.toContain(secret);
  });

  test('asks for patience after ten failures, even with the right password', async () => {
    const { signIn } = await start();
    for (let n = 0; n < 10; n += 1) expect((await signIn('a wrong password')).status).toBe(401);
    expect((await signIn()).status).toBe(429);
  });

  test('leaves a session under the very network by which attempts are counted', async () => {
    const { db, runtime } = await start();
    const body = { email: 'ada@example.org', password: PASSWORD };
    await post(runtime, 'sign-in/email', body, { address: '2001:DB8:0:1::7' });
    const sessions = await db.selectFrom('session').select('ipAddress').execute();
    expect(sessions).toEqual([{ ipAddress: networkOf('2001:db8:0:1::99') }]);
  });

  test('is closed to people who were deactivated, and their sessions end at once', async () => {
    const { db, runtime, ada, signIn } = await start();
    await insertTestPerson(db, { name: 'Grace', grants: [ADMIN] });
    const headers = new Headers({ cookie: cookieOf(await signIn()) });
    await deactivateUser(testContext(db), { user: ada.id, deactivated: true });
    await expect(readActor(runtime, headers)).resolves.toEqual({ kind: 'anonymous' });
    expect((await signIn()).status).toBe(401);
    expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
  });

  test('elsewhere ends at once when one signs out everywhere', async () => {
    const { db, runtime, signIn } = await start();
    const [here, there] = [cookieOf(await signIn()), cookieOf(await signIn())];
    const me = await readActor(runtime, new Headers({ cookie: here }));
    await expect(endSessions(testContext(db, me), { session: null })).resolves.toEqual({ ended: 1 });
    expect((await readActor(runtime, new Headers({ cookie: here }))).kind).toBe('person');
    expect((await readActor(runtime, new Headers({ cookie: there }))).kind).toBe('anonymous');
  });

  test('with a changed cookie names nobody', async () => {
    const { runtime, signIn } = await start();
    const forged = cookieOf(await signIn()).replace(/(?<=session_token=)./, (first) => (first === 'X' ? 'Y' : 'X'));
    const onlyToken = forged
      .split('; ')
      .filter((part) => part.includes('session_token'))
      .join('; ');
    await expect(readActor(runtime, new Headers({ cookie: onlyToken }))).resolves.toEqual({ kind: 'anonymous' });
  });

  test('without an e-mail is a bad request and nothing worse', async () => {
    const { runtime } = await start();
    expect((await post(runtime, 'sign-in/email', {})).status).toBe(400);
    expect((await post(runtime, 'sign-in/email', { email: 7, password: null })).status).toBe(400);
  });

  test('nobody signs up by themselves', async () => {
    const { db, runtime } = await start();
    const form = { name: 'Eve', email: 'eve@example.org', password: PASSWORD };
    expect((await post(runtime, 'sign-up/email', form)).status).toBeGreaterThanOrEqual(400);
    expect(await db.selectFrom('user').selectAll().where('email', '=', 'eve@example.org').execute()).toEqual([]);
  });

  test('a password is changed with the old one, by the rules, and ends other sessions', async () => {
    const { db, runtime, signIn, actions } = await start();
    const cookie = cookieOf(await signIn());
    await signIn();
    const change = (newPassword: string, currentPassword = PASSWORD) =>
      post(runtime, 'change-password', { currentPassword, newPassword, revokeOtherSessions: true }, { cookie });
    expect((await change('ada@example.org')).status).toBe(400);
    expect((await change('another four words', 'not the old one')).status).toBe(400);
    expect((await change('another four words')).status).toBe(200);
    expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(1);
    expect((await signIn()).status).toBe(401);
    expect((await signIn('another four words')).status).toBe(200);
    expect(await actions()).toContain('password.change Ada');
    expect(await actions()).toContain('password.change-failed Ada');
  });
});

test('cookies are marked secure where people come by https', async () => {
  const made = await makeSqlite();
  const runtime = startTestRuntime(made.db, {
    env: { publicUrl: 'https://plumbline.example.org', publicUrlGiven: true },
  });
  await insertTestPerson(made.db);
  const answer = await runtime.auth.handler(
    new Request('https://plumbline.example.org/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://plumbline.example.org' },
      body: JSON.stringify({ email: 'ada@example.org', password: PASSWORD }),
    }),
  );
  expect(answer.status).toBe(200);
  for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/^__Secure-.*Secure/i);
  await made.remove();
});
