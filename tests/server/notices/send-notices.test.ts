import { expect, test } from 'vitest';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { queueNotices } from '#server/notices/queue-notices.ts';
import { savePreference } from '#server/notices/save-preference.ts';
import { sendNotices } from '#server/notices/send-notices.ts';
import { EDITOR, OTHER_EDITOR } from '#tests/support/build-claims.ts';
import { mailingContext, noticesContext, sendAll } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { headerOf, plainText } from '#tests/support/smtp-server.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const LINK = 'https://wiki.example.org/how';
const goOn = new AbortController().signal;

/** Erin answers a criterion; only otto may review it. */
const answer = (ctx: TestContext, criterion = 'OPS-2.a', capability = 'data') =>
  answerCriterion(ctx.as(EDITOR), {
    platform: 'payments',
    criterion,
    capability,
    answer: 'yes',
    link: LINK,
    note: 'secret note',
  });

const later = (ctx: TestContext, minutes: number) =>
  ctx.setNow(new Date(ctx.now().getTime() + minutes * 60_000).toISOString());

onBothDatabases('sending notices', (makeDb) => {
  test('whoever may judge a statement is told of it once, and not who made it', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await answer(ctx);
    expect(await sendAll(ctx)).toEqual({ sent: 1, dropped: 0, failed: 0 });
    later(ctx, 600);
    expect(await sendAll(ctx)).toEqual({ sent: 0, dropped: 0, failed: 0 });
    expect(smtp.received.map(({ to }) => to)).toEqual([['otto@example.org']]);
    expect(smtp.received.map((mail) => headerOf(mail, 'Subject'))).toEqual([
      'Platform payments: 1 statement waits for a review',
    ]);
  });

  test('a mail says what it is about, links to the page by PUBLIC_URL, and holds neither note nor link of the answer', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await answer(ctx);
    await sendAll(ctx);
    const raw = smtp.received[0]?.raw.replaceAll('=\r\n', '') ?? '';
    const text = plainText(raw);
    expect(text).toContain('Hello Name of otto,');
    expect(text).toContain('(OPS-2.a)');
    expect(text).toContain('answered by Name of erin');
    expect(text).toContain('http://127.0.0.1:3000/p/payments/capabilities/data?aspect=operations&criterion=OPS-2.a');
    expect(raw).not.toContain('secret note');
    expect(raw).not.toContain('wiki.example.org');
    expect(raw).not.toMatch(/<img|<script|https?:\/\/(?!127\.0\.0\.1:3000)/i);
  });

  test('what comes together goes out together', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await answer(ctx);
    await answer(ctx, 'OPS-2.a', 'observability');
    await sendAll(ctx);
    expect(smtp.received).toHaveLength(1);
    expect(plainText(smtp.received[0]?.raw ?? '')).toContain('observability?aspect=operations');
  });

  test('what has been settled before its turn is not sent', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    const { id } = await answer(ctx);
    await queueNotices(ctx);
    await reviewAttestation(ctx.as(OTHER_EDITOR), { id, accept: true });
    expect(await sendNotices(ctx, goOn)).toEqual({ sent: 0, dropped: 1, failed: 0 });
    expect(smtp.received).toEqual([]);
  });

  test.each([
    [
      'was shut out',
      (ctx: TestContext) => ctx.db.updateTable('user').set({ deactivatedAt: '2026-11-22T12:00:00.000Z' }),
    ],
    ['lost the role', (ctx: TestContext) => ctx.db.updateTable('roleGrant').set({ role: 'viewer' })],
  ])('whoever %s gets nothing, not even what waited already', async (_, change) => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await answer(ctx);
    await queueNotices(ctx);
    await change(ctx).execute();
    expect(await sendNotices(ctx, goOn)).toEqual({ sent: 0, dropped: 1, failed: 0 });
    expect(smtp.received).toEqual([]);
  });

  test('whoever has switched a kind off gets none of it', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await savePreference(ctx.as(OTHER_EDITOR), { kind: 'requests-waiting', wanted: false });
    await answer(ctx);
    expect(await sendAll(ctx)).toEqual({ sent: 0, dropped: 0, failed: 0 });
    expect(smtp.received).toEqual([]);
  });

  test('without e-mail nothing is queued, so that setting it up does not tell the past', async () => {
    const ctx = await noticesContext(await makeDb());
    await answer(ctx);
    expect(await queueNotices(ctx)).toEqual({ queued: 0, failed: [] });
  });

  test('names with line breaks and markup stay names', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await ctx.db.updateTable('user').set({ name: 'Otto\r\nBcc: eve@example.org' }).where('id', '=', 'otto').execute();
    await ctx.db.updateTable('user').set({ name: '<script>alert(1)</script>' }).where('id', '=', 'erin').execute();
    await ctx.db.updateTable('platform').set({ name: 'Pay\r\nX-Evil: 1\r\n\r\nbody' }).execute();
    await answer(ctx);
    await sendAll(ctx);
    const [mail] = smtp.received;
    expect(mail?.to).toEqual(['otto@example.org']);
    const head = mail?.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(Bcc|X-Evil):/im);
    expect(mail?.raw.split('Content-Type: text/html')[1]).not.toContain('<script>');
    expect(plainText(mail?.raw ?? '')).toContain('Hello Otto Bcc: eve@example.org,');
  });

  test('a mail server that is busy gets the same message again, and delivers it once', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await answer(ctx);
    smtp.answers.push(451);
    expect(await sendAll(ctx)).toEqual({ sent: 0, dropped: 0, failed: 1 });
    expect(await sendNotices(ctx, goOn)).toEqual({ sent: 0, dropped: 0, failed: 0 });
    later(ctx, 1);
    expect(await sendNotices(ctx, goOn)).toEqual({ sent: 1, dropped: 0, failed: 0 });
    expect(smtp.received).toHaveLength(1);
    const { id } = await ctx.db.selectFrom('delivery').select('id').executeTakeFirstOrThrow();
    expect(smtp.received[0]?.raw).toContain(`<${id}@example.org>`);
  });

  test('a refused recipient is given up at once, with the reason, and holds nobody else up', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await ctx.db.updateTable('roleGrant').set({ role: 'editor' }).where('userId', '=', 'vera').execute();
    smtp.refuse = (address) => (address === 'otto@example.org' ? 550 : null);
    await answer(ctx);
    expect(await sendAll(ctx)).toEqual({ sent: 1, dropped: 0, failed: 1 });
    expect(smtp.received.map(({ to }) => to)).toEqual([['vera@example.org']]);
    const row = await ctx.db
      .selectFrom('delivery')
      .selectAll()
      .where('state', '=', 'given_up')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ userId: 'otto', attempts: 1, error: expect.stringContaining('550') });
  });

  test('a dead server is tried ever later, and given up in the end with the reason', async () => {
    const { ctx } = await mailingContext(await makeDb());
    await answer(ctx);
    await queueNotices(ctx);
    const dead = { ...ctx, mail: { ...ctx.mail, port: 1 } };
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await sendNotices(dead, goOn)).toEqual({ sent: 0, dropped: 0, failed: 1 });
      later(ctx, 24 * 60);
    }
    expect(await ctx.db.selectFrom('delivery').selectAll().executeTakeFirstOrThrow()).toMatchObject({
      state: 'given_up',
      attempts: 8,
      error: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('many senders at once send every message once', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await ctx.db.updateTable('roleGrant').set({ role: 'editor' }).execute();
    await answer(ctx);
    await Promise.all([queueNotices(ctx), queueNotices(ctx), queueNotices(ctx)]);
    await Promise.all([1, 2, 3, 4].map(() => sendNotices(ctx, goOn)));
    expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual([
      'olga@example.org',
      'otto@example.org',
      'vera@example.org',
    ]);
  });

  test('a sender that died is followed by another when its time is over, not before', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await answer(ctx);
    await queueNotices(ctx);
    const leaseUntilMs = ctx.now().getTime() + 300_000;
    await ctx.db.updateTable('delivery').set({ state: 'running', leaseUntilMs, attempts: 1 }).execute();
    later(ctx, 4);
    expect(await sendNotices(ctx, goOn)).toEqual({ sent: 0, dropped: 0, failed: 0 });
    later(ctx, 1);
    expect(await sendNotices(ctx, goOn)).toEqual({ sent: 1, dropped: 0, failed: 0 });
    expect(smtp.received).toHaveLength(1);
  });

  test('nothing that was said is kept, only that it was said', async () => {
    const { ctx } = await mailingContext(await makeDb());
    await answer(ctx);
    await sendAll(ctx);
    const kept = JSON.stringify([
      await ctx.db.selectFrom('delivery').selectAll().execute(),
      await ctx.db.selectFrom('notice').selectAll().execute(),
    ]);
    expect(kept).not.toMatch(/example\.org|Name of|statement/);
  });
});
