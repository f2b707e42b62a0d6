import { expect, test } from 'vitest';
import { endMessages, readEnding } from '#server/notices/end-messages.ts';
import { readPreferences } from '#server/notices/read-preferences.ts';
import { savePreference } from '#server/notices/save-preference.ts';
import { signUnsubscription } from '#server/notices/unsubscribe-token.ts';
import { OTHER_EDITOR } from '#tests/support/build-claims.ts';
import { insertQuarter, mailingContext, noticesContext, sendAll } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { headerOf } from '#tests/support/smtp-server.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const anonymous = { kind: 'anonymous' } as const;
const tokenFor = (ctx: TestContext, subject: string, kind = 'report-review') =>
  signUnsubscription(ctx.secret, { subject, kind });
const wantedBy = async (ctx: TestContext) =>
  Object.fromEntries((await readPreferences(ctx)).kinds.map(({ key, wanted }) => [key, wanted]));

onBothDatabases('the link that ends messages', (makeDb) => {
  test('stands in the header that mail programs look for, and needs no sign-in', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
    await sendAll(ctx);
    const mail = smtp.received.find(({ to }) => to[0] === 'otto@example.org');
    if (mail === undefined) throw new Error('Otto got no mail.');
    expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const token = /\/api\/v1\/unsubscribe\/([^>]+)>/.exec(headerOf(mail, 'List-Unsubscribe') ?? '')?.[1] ?? '';
    expect(await readEnding(ctx.as(anonymous), { token })).toEqual({ state: 'open', kind: 'report-review' });
    await endMessages(ctx.as(anonymous), { token });
    expect(await readEnding(ctx.as(anonymous), { token })).toEqual({ state: 'ended', kind: 'report-review' });
    await insertQuarter(ctx, { id: 'q4', state: 'in_review' }, '2026-Q4');
    await sendAll(ctx);
    expect(smtp.received.filter(({ to }) => to[0] === 'otto@example.org')).toHaveLength(1);
    expect(smtp.received.filter(({ to }) => to[0] === 'erin@example.org')).toHaveLength(2);
  });

  test('ends this kind for this person and nothing else; twice is once, also in the audit log', async () => {
    const ctx = await noticesContext(await makeDb());
    const token = tokenFor(ctx, 'otto');
    await endMessages(ctx.as(anonymous), { token });
    await endMessages(ctx.as(anonymous), { token });
    const kinds = await wantedBy(ctx.as(OTHER_EDITOR));
    expect(Object.entries(kinds).filter(([, wanted]) => !wanted)).toEqual([['report-review', false]]);
    const entries = await ctx.db.selectFrom('auditEntry').selectAll().execute();
    expect(entries).toMatchObject([
      { action: 'notice.unsubscribe', actorId: 'otto', detail: '{"kind":"report-review"}' },
    ]);
  });

  test('a link for another person or another kind cannot be made from one', async () => {
    const ctx = await noticesContext(await makeDb());
    const signature = tokenFor(ctx, 'otto').split('.').at(-1) ?? '';
    for (const token of [
      `erin.report-review.${signature}`,
      `otto.report-published.${signature}`,
      `otto.report-review.${signature.slice(1)}`,
      'otto.report-review.',
      'otto.report-review',
      '...',
      '',
    ]) {
      expect(await readEnding(ctx.as(anonymous), { token })).toEqual({ state: 'unknown' });
      await expect(endMessages(ctx.as(anonymous), { token })).rejects.toThrow('leads nowhere');
    }
    expect(await ctx.db.selectFrom('noticePreference').selectAll().execute()).toEqual([]);
  });

  test('what was ended by a link is switched on again under Settings', async () => {
    const ctx = await noticesContext(await makeDb());
    await endMessages(ctx.as(anonymous), { token: tokenFor(ctx, 'otto') });
    await savePreference(ctx.as(OTHER_EDITOR), { kind: 'report-review', wanted: true });
    expect((await wantedBy(ctx.as(OTHER_EDITOR)))['report-review']).toBe(true);
  });
});
