import { expect, test } from 'vitest';
import { NOTICE_KEYS } from '#server/notices/kinds/registry.ts';
import { readOutbox } from '#server/notices/read-outbox.ts';
import { readPreferences } from '#server/notices/read-preferences.ts';
import { retryNotices } from '#server/notices/retry-notices.ts';
import { savePreferenceInput } from '#server/notices/save-preference.ts';
import { sendNotices } from '#server/notices/send-notices.ts';
import { sendTestMessage } from '#server/notices/send-test-message.ts';
import { EDITOR, VIEWER } from '#tests/support/build-claims.ts';
import { insertQuarter, mailingContext, noticesContext, sendAll } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { plainText } from '#tests/support/smtp-server.ts';
import { person } from '#tests/support/test-context.ts';

const admin = person('admin', { id: 'otto' });

onBothDatabases('the outbox as administrators see it', (makeDb) => {
  test('says what was sent, what failed and why, and has failures tried again', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    const seen = { ...ctx.as(admin), mail: ctx.mail };
    smtp.refuse = (address) => (address === 'erin@example.org' ? 550 : null);
    await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
    await sendAll(ctx);
    expect(await readOutbox(seen)).toMatchObject({
      mail: { host: '127.0.0.1', port: smtp.port, signsIn: false },
      publicUrl: 'http://127.0.0.1:3000',
      lastSentAt: '2026-11-22T12:00:00.000Z',
      ...{ waiting: 0, sent: 1, givenUp: 1 },
      troubled: [
        {
          kind: 'report-review',
          name: 'Name of erin',
          attempts: 1,
          nextAt: null,
          error: expect.stringContaining('550'),
        },
      ],
    });
    smtp.refuse = () => null;
    expect(await retryNotices(seen)).toEqual({ retried: 1 });
    await sendNotices(ctx, new AbortController().signal);
    expect(await readOutbox(seen)).toMatchObject({ sent: 2, givenUp: 0, troubled: [] });
  });

  test('shows no password, and is for administrators of the deployment only', async () => {
    const ctx = await noticesContext(await makeDb());
    const auth = { user: 'ada', pass: 'hunter2' };
    const from = { name: 'Plumbline', address: 'p@example.org' };
    const mail = { host: 'mail.example.org', port: 587, secure: false, auth, from };
    const outbox = await readOutbox({ ...ctx.as(admin), mail });
    expect(outbox.mail?.signsIn).toBe(true);
    expect(JSON.stringify(outbox)).not.toMatch(/hunter2|ada/);
    await expect(readOutbox(ctx.as(EDITOR))).rejects.toThrow('administrator');
    await expect(readOutbox(ctx.as(person('admin', { platformId: 'payments' })))).rejects.toThrow('administrator');
  });

  test('a test message goes to who asks for it, and a failure is told at once without the password', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    expect(await sendTestMessage({ ...ctx.as(admin), mail: ctx.mail })).toEqual({ address: 'otto@example.org' });
    expect(plainText(smtp.received[0]?.raw ?? '')).toContain('E-mail works');
    expect(smtp.received[0]?.raw).not.toContain('List-Unsubscribe');
    const dead = { ...smtp.settings, port: 1, auth: { user: 'ada', pass: 'hunter2' } };
    const refusal = await sendTestMessage({ ...ctx.as(admin), mail: dead }).catch((error: unknown) => String(error));
    expect(refusal).toContain('It could not be sent: ');
    expect(refusal).not.toContain('hunter2');
    await expect(sendTestMessage(ctx.as(admin))).rejects.toThrow('set SMTP_URL');
    expect(smtp.received).toHaveLength(1);
  });

  test('people choose among the kinds that can reach them', async () => {
    const ctx = await noticesContext(await makeDb());
    const keys = async (who: typeof VIEWER) => (await readPreferences(ctx.as(who))).kinds.map(({ key }) => key);
    expect(await keys(VIEWER)).toEqual(['survey-results', 'rating-round', 'report-published']);
    expect(await keys(EDITOR)).toEqual(NOTICE_KEYS);
    expect((await readPreferences(ctx.as(VIEWER))).sending).toBe(false);
    expect(savePreferenceInput.safeParse({ kind: 'survey', wanted: false }).success).toBe(false);
  });
});
