import { expect, test } from 'vitest';
import { GET, POST } from '#app/api/v1/unsubscribe/[token]/route.ts';
import { mayChange } from '#server/http/check-origin.ts';
import { signUnsubscription } from '#server/notices/unsubscribe-token.ts';
import { noticesContext } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';

const post = (token: string, body: string) =>
  POST(
    new Request(`http://localhost/api/v1/unsubscribe/${token}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    { params: Promise.resolve({ token }) },
  );

onBothDatabases('the one click of a mail program', (makeDb, dialect) => {
  const started = async () => {
    const ctx = await noticesContext(await makeDb());
    const { secret } = startTestRuntime(ctx.db, { dialect });
    const choices = () => ctx.db.selectFrom('noticePreference').selectAll().execute();
    return { token: signUnsubscription(secret, { subject: 'otto', kind: 'report-review' }), choices };
  };

  test('is taken without cookie or origin and answered plainly', async () => {
    const { token, choices } = await started();
    const asked = { method: 'POST', secFetchSite: undefined, origin: undefined, host: undefined };
    const env = { publicUrl: 'https://plumbline.example.org', publicUrlGiven: true };
    expect(mayChange({ ...asked, path: `/api/v1/unsubscribe/${token}` }, env)).toBe(true);
    expect((await post(token, 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await choices()).toEqual([{ userId: 'otto', kind: 'report-review', wanted: 0 }]);
  });

  test('of our own page leads back to it', async () => {
    const { token, choices } = await started();
    const answer = await post(token, 'from=page');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/unsubscribe/${token}`]);
    expect(await choices()).toHaveLength(1);
  });

  test('opened by hand only shows the page: scanners of mail follow every link', async () => {
    const { token, choices } = await started();
    const answer = await GET(new Request('http://localhost/'), { params: Promise.resolve({ token }) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/unsubscribe/${token}`]);
    expect(await choices()).toEqual([]);
  });

  test('with a broken link or a heap of bytes is refused', async () => {
    const { token, choices } = await started();
    expect((await post(token.slice(0, -1), 'List-Unsubscribe=One-Click')).status).toBe(404);
    expect((await post(token, 'x'.repeat(5_000))).status).toBe(413);
    expect(await choices()).toEqual([]);
  });
});
