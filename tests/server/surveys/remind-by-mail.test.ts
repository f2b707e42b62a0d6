import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { endMessages, readEnding } from '#server/notices/end-messages.ts';
import { SURVEY, signUnsubscription } from '#server/notices/unsubscribe-token.ts';
import { issueInvitations } from '#server/surveys/issue-invitations.ts';
import { readCycle } from '#server/surveys/read-cycle.ts';
import { remindByMail } from '#server/surveys/remind-by-mail.ts';
import { renewInvitations } from '#server/surveys/renew-invitations.ts';
import { replaceAddress } from '#server/surveys/replace-address.ts';
import { sendSurveyMail } from '#server/surveys/send-survey-mail.ts';
import { openSurvey, respond, surveyContext } from '#tests/support/build-survey.ts';
import { addressesOf, mailedSurvey, sendMail, tokenIn } from '#tests/support/build-survey-mail.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { headerOf, plainText, startSmtpServer } from '#tests/support/smtp-server.ts';
import { person } from '#tests/support/test-context.ts';

onBothDatabases('asking a team by e-mail', (makeDb) => {
  test.each([
    [
      'too few addresses',
      [{ team: 'sales', addresses: addressesOf('sales', 5) }],
      '6 people of Team sales are invited',
    ],
    ['a team that is not asked', [{ team: 'hr', addresses: ['a@example.org'] }], 'not invited'],
    [
      'an address in two teams',
      ['sales', 'ops'].map((team) => ({ team, addresses: addressesOf('same', 6) })),
      'given twice',
    ],
  ])('%s is refused, and no link is made', async (_, mail, reason) => {
    const teams = { sales: { invited: 6 }, ops: { invited: 6 } };
    const { smtp } = await mailedSurvey(await makeDb());
    const ctx = { ...(await surveyContext(await makeDb(), teams)), mail: smtp.settings };
    const { cycle } = await openSurvey(ctx, teams);
    await ctx.db.deleteFrom('invitation').execute();
    await expect(issueInvitations(ctx, { platform: 'payments', cycle, mail })).rejects.toThrow(reason);
    expect(await ctx.db.selectFrom('invitation').selectAll().execute()).toEqual([]);
  });

  test('without e-mail here it is refused in words', async () => {
    const teams = { sales: { invited: 6 } };
    const ctx = await surveyContext(await makeDb(), teams);
    const { cycle } = await openSurvey(ctx, teams);
    const mail = [{ team: 'sales', addresses: addressesOf('sales', 6) }];
    await expect(issueInvitations(ctx, { platform: 'payments', cycle, mail })).rejects.toThrow('E-mail is not set up');
  });

  test('nobody but its people gets to see a link: links of the team cannot be renewed by hand', async () => {
    const { ctx, place } = await mailedSurvey(await makeDb());
    await expect(renewInvitations(ctx, { ...place, team: 'sales' })).rejects.toThrow('asked by e-mail');
    await renewInvitations(ctx, { ...place, team: 'ops' });
    await expect(remindByMail(ctx, { ...place, team: 'ops' })).rejects.toThrow('nobody to write to');
  });

  test('a team is written to once a day at most', async () => {
    const { ctx, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    await expect(remindByMail(ctx, { ...place, team: 'sales' })).rejects.toThrow('less than a day ago');
    ctx.setNow('2026-11-23T08:00:00.000Z');
    await remindByMail(ctx, { ...place, team: 'sales' });
    await expect(remindByMail(ctx, { ...place, team: 'sales' })).rejects.toThrow('less than a day ago');
  });

  test('an address that was refused is shown to editors and can be corrected; others stay unseen', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    smtp.refuse = (address) => (address === 'sales-4@example.org' ? 550 : null);
    await sendMail(ctx);
    const { refusedMail, teams } = await readCycle(ctx, place);
    expect(refusedMail).toMatchObject([{ team: 'sales', address: 'sales-4@example.org', replaceable: true }]);
    expect(teams.find(({ key }) => key === 'sales')?.mail).toMatchObject({ waiting: 0, refused: 1 });
    const seen = await readCycle(ctx.as(person('viewer')), place);
    expect([seen.refusedMail, seen.mailPossible, seen.teams.map(({ mail }) => mail)]).toEqual([
      [],
      false,
      [null, null],
    ]);
    const refused = refusedMail[0]?.id ?? '';
    await expect(replaceAddress(ctx, { ...place, refused, address: 'sales-1@example.org' })).rejects.toThrow('already');
    await replaceAddress(ctx, { ...place, refused, address: 'right@example.org' });
    expect(await sendMail(ctx)).toEqual({ sent: 1, failed: 0 });
    await respond(ctx, tokenIn(smtp, 'right@example.org'), { clarity: 4 });
    const audit = JSON.stringify(await ctx.db.selectFrom('auditEntry').selectAll().execute());
    expect(audit).not.toContain('example.org');
  });

  test('an address that was reached cannot be replaced, also not after a refused reminder', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    const row = await ctx.db.selectFrom('surveyAddress').selectAll().limit(1).executeTakeFirstOrThrow();
    const wish = { ...place, refused: row.id, address: 'mine@example.org' };
    await expect(replaceAddress(ctx, wish)).rejects.toThrow('no mail has reached');
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await remindByMail(ctx, { ...place, team: 'sales' });
    smtp.refuse = () => 550;
    await sendMail(ctx);
    await expect(replaceAddress(ctx, wish)).rejects.toThrow('no mail has reached');
    expect((await readCycle(ctx, place)).refusedMail.every(({ replaceable }) => !replaceable)).toBe(true);
  });

  test('whoever does not want reminders gets none, keeps their link, and nobody can tell', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    const before = await readCycle(ctx, place);
    const mail = smtp.received.find(({ to }) => to[0] === 'sales-5@example.org');
    const header = mail === undefined ? null : headerOf(mail, 'List-Unsubscribe');
    const token = /unsubscribe\/([^>]+)>/.exec(header ?? '')?.[1] ?? '';
    const stranger = ctx.as({ kind: 'anonymous' });
    expect(await readEnding(stranger, { token })).toEqual({ state: 'open', kind: 'survey' });
    await endMessages(stranger, { token });
    expect(await readEnding(stranger, { token })).toEqual({ state: 'ended', kind: 'survey' });
    expect(await readCycle(ctx, place)).toEqual(before);
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await remindByMail(ctx, { ...place, team: 'sales' });
    expect(await sendMail(ctx)).toEqual({ sent: 5, failed: 0 });
    await respond(ctx, tokenIn(smtp, 'sales-5@example.org'), { clarity: 4 });
  });

  test('links of a team stay unseen also when nobody of it wants reminders any more', async () => {
    const { ctx, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    for (const { id } of await ctx.db.selectFrom('surveyAddress').select('id').execute()) {
      await endMessages(ctx, { token: signUnsubscription(ctx.secret, { subject: id, kind: SURVEY }) });
    }
    await expect(renewInvitations(ctx, { ...place, team: 'sales' })).rejects.toThrow('asked by e-mail');
    await expect(remindByMail(ctx, { ...place, team: 'sales' })).rejects.toThrow('nobody to write to');
  });

  test('a place is nobody else’s after its person stopped reminders: no second answer, no mail they did not want', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    smtp.refuse = (address) => (address === 'sales-4@example.org' ? 550 : null);
    await sendMail(ctx);
    const link = tokenIn(smtp, 'sales-1@example.org');
    const rows = await ctx.db.selectFrom('surveyAddress').selectAll().execute();
    const idOf = (address: string) => rows.find((row) => row.address === address)?.id ?? '';
    const token = signUnsubscription(ctx.secret, { subject: idOf('sales-1@example.org'), kind: SURVEY });
    await endMessages(ctx, { token });
    const wish = { ...place, refused: idOf('sales-4@example.org'), address: 'sales-1@example.org' };
    await expect(replaceAddress(ctx, wish)).rejects.toThrow('invited already');
    expect(await sendMail(ctx)).toEqual({ sent: 0, failed: 0 });
    await respond(ctx, link, { clarity: 4 });
  });

  test('an address that a mail may have reached cannot be replaced', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    const broken = new AbortController();
    const taken: string[] = [];
    const silent = await startSmtpServer({
      onData: (stream) => void text(stream).then((raw) => broken.abort(taken.push(raw))),
    });
    // it took the mail, and its answer never came
    expect(await sendSurveyMail({ ...ctx, mail: silent.settings }, broken.signal)).toEqual({ sent: 0, failed: 1 });
    const reached = /\/s\/([\w-]{22})/.exec(plainText(taken[0] ?? ''))?.[1] ?? '';
    await respond(ctx, reached, { clarity: 4 });
    smtp.refuse = () => 550;
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await sendMail(ctx);
    const { refusedMail } = await readCycle(ctx, place);
    expect(refusedMail.filter(({ replaceable }) => !replaceable)).toHaveLength(1);
  });

  test('nor one of a mail during which Plumbline stopped', async () => {
    const { ctx, smtp, place } = await mailedSurvey(await makeDb());
    await sendMail(ctx);
    await ctx.db.updateTable('surveyAddress').set({ state: 'running', leaseUntilMs: 1 }).execute();
    smtp.refuse = () => 550;
    await sendMail(ctx);
    const { refusedMail } = await readCycle(ctx, place);
    expect(refusedMail.map(({ replaceable }) => replaceable)).toEqual(Array(6).fill(false));
  });
});
