import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { readForm } from '#server/surveys/read-form.ts';
import { remindByMail } from '#server/surveys/remind-by-mail.ts';
import { respond } from '#tests/support/build-survey.ts';
import { addressesOf, mailedSurvey, sendMail, tokenIn } from '#tests/support/build-survey-mail.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { headerOf, plainText } from '#tests/support/smtp-server.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const SALES = addressesOf('sales', 6);
const sales = (place: { platform: string; cycle: string }) => ({ ...place, team: 'sales' });
const later = (ctx: TestContext, hours: number) =>
  ctx.setNow(new Date(ctx.now().getTime() + hours * 3_600_000).toISOString());

/** Everything that is stored. */
async function wholeDatabase({ db }: TestContext): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  return JSON.stringify(rows);
}

onBothDatabases('survey mail', (makeDb) => {
  test('brings everybody a link of their own that takes an answer', async () => {
    const { ctx, smtp, issued } = await mailedSurvey(await makeDb());
    expect(issued.mailed).toBe(6);
    expect(issued.teams.map(({ team }) => team)).toEqual(['ops']);
    expect(await sendMail(ctx)).toEqual({ sent: 6, failed: 0 });
    expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual(SALES);
    const tokens = SALES.map((address) => tokenIn(smtp, address));
    expect(new Set(tokens).size).toBe(6);
    for (const token of tokens) await respond(ctx, token, { clarity: 4 });
    expect(await ctx.db.selectFrom('envelope').select('id').execute()).toHaveLength(6);
    expect(await sendMail(ctx)).toEqual({ sent: 0, failed: 0 });
  });

  test('says who asks, why and until when, and names nobody else', async () => {
    const { ctx, smtp } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    const [mail] = smtp.received;
    const text = plainText(mail?.raw ?? '');
    expect(text).toContain('The platform team asks for your answer: “Spring survey”.');
    expect(text).toContain('open until December 6, 2026');
    expect(text).toContain('Your address is kept apart from the links');
    expect(mail === undefined ? '' : headerOf(mail, 'Subject')).toBe('Spring survey');
    const others = SALES.filter((address) => address !== mail?.to[0]);
    for (const other of others) expect(mail?.raw).not.toContain(other);
  });

  test('no link is stored anywhere, neither beside an address nor alone, and no address beside a fingerprint', async () => {
    const { ctx, smtp } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    const stored = await wholeDatabase(ctx);
    for (const address of SALES) expect(stored).not.toContain(tokenIn(smtp, address));
    const invitations = JSON.stringify(await ctx.db.selectFrom('invitation').selectAll().execute());
    expect(invitations).not.toContain('example.org');
    const addresses = await ctx.db.selectFrom('surveyAddress').selectAll().execute();
    const ids = new Set((await ctx.db.selectFrom('invitation').selectAll().execute()).flatMap(Object.values));
    for (const row of addresses) {
      const own = [row.id, row.address].filter((value) => ids.has(value));
      expect(own).toEqual([]);
    }
    const audit = JSON.stringify(await ctx.db.selectFrom('auditEntry').selectAll().execute());
    expect(audit).not.toContain('example.org');
  });

  test('the rows of people who answered and of those who did not differ in nothing but the one bit of the link', async () => {
    const { ctx, smtp } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    const before = await ctx.db.selectFrom('surveyAddress').selectAll().execute();
    await respond(ctx, tokenIn(smtp, 'sales-2@example.org'), { clarity: 4 });
    expect(await ctx.db.selectFrom('surveyAddress').selectAll().execute()).toEqual(before);
  });

  test('a reminder goes to everybody alike, voids the old link, and who has answered cannot answer again', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    const old = tokenIn(smtp, 'sales-1@example.org');
    await respond(ctx, tokenIn(smtp, 'sales-2@example.org'), { clarity: 4 });
    later(ctx, 24);
    await remindByMail(ctx, sales(place));
    expect(await sendMail(ctx)).toEqual({ sent: 6, failed: 0 });
    const reminders = smtp.received.slice(6);
    expect(reminders.map(({ to }) => to[0]).toSorted()).toEqual(SALES);
    expect(new Set(reminders.map((mail) => headerOf(mail, 'Subject')))).toEqual(new Set(['Reminder: Spring survey']));
    await expect(respond(ctx, old, { clarity: 4 })).rejects.toThrow('replaced by a newer one');
    await expect(respond(ctx, tokenIn(smtp, 'sales-2@example.org'), { clarity: 4 })).rejects.toThrow('used already');
    await respond(ctx, tokenIn(smtp, 'sales-1@example.org'), { clarity: 4 });
    expect(await ctx.db.selectFrom('envelope').select('id').execute()).toHaveLength(2);
  });

  test('the form says that an address is kept, to those alone of whom one is', async () => {
    const { ctx, smtp, issued } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    expect(await readForm(ctx, { token: tokenIn(smtp, 'sales-0@example.org') })).toMatchObject({ byMail: true });
    const link = issued.teams[0]?.links[0]?.split('/').at(-1) ?? '';
    expect(await readForm(ctx, { token: link })).toMatchObject({ byMail: false });
  });

  test('the close deletes addresses, waiting mails and what ties links together', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    later(ctx, 24);
    await remindByMail(ctx, sales(place));
    await closeCycle(ctx, place);
    expect(await sendMail(ctx)).toEqual({ sent: 0, failed: 0 });
    expect(smtp.received).toHaveLength(6);
    expect(await wholeDatabase(ctx)).not.toContain('sales-');
    const slots = await ctx.db.selectFrom('invitation').select('slot').where('slot', 'is not', null).execute();
    expect(slots).toEqual([]);
  });

  test('after its time nothing is sent, even where nobody has closed the survey yet', async () => {
    const { ctx, smtp } = await mailedSurvey(await makeDb());
    ctx.setNow('2026-12-06T12:00:00.000Z');
    expect(await sendMail(ctx)).toEqual({ sent: 0, failed: 0 });
    expect(smtp.received).toEqual([]);
  });

  test('a busy server gets the mail again, with a link that counts', async () => {
    const { ctx, smtp } = await mailedSurvey(await makeDb());
    smtp.answers.push(451);
    expect(await sendMail(ctx)).toEqual({ sent: 5, failed: 1 });
    later(ctx, 1);
    expect(await sendMail(ctx)).toEqual({ sent: 1, failed: 0 });
    expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual(SALES);
    for (const address of SALES) await respond(ctx, tokenIn(smtp, address), { clarity: 4 });
  });

  test('a reminder that is refused leaves the link before it valid', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    const link = tokenIn(smtp, 'sales-3@example.org');
    later(ctx, 24);
    await remindByMail(ctx, sales(place));
    smtp.refuse = (address) => (address === 'sales-3@example.org' ? 552 : null);
    expect(await sendMail(ctx)).toEqual({ sent: 5, failed: 1 });
    await respond(ctx, link, { clarity: 4 });
  });

  test('many senders at once write to everybody once, and every link counts', async () => {
    const { ctx, smtp } = await mailedSurvey(await makeDb());
    await Promise.all([1, 2, 3, 4].map(() => sendMail(ctx)));
    expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual(SALES);
    for (const address of SALES) await respond(ctx, tokenIn(smtp, address), { clarity: 4 });
  });
});
