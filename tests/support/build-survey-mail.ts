import { createCycle } from '#server/surveys/create-cycle.ts';
import { issueInvitations } from '#server/surveys/issue-invitations.ts';
import { openCycle } from '#server/surveys/open-cycle.ts';
import { sendSurveyMail } from '#server/surveys/send-survey-mail.ts';
import { draftInput, surveyContext } from './build-survey.ts';
import { plainText, startSmtpServer, type TestSmtpServer } from './smtp-server.ts';
import type { TestContext } from './test-context.ts';

export const addressesOf = (team: string, invited: number): string[] =>
  Array.from({ length: invited }, (_, i) => `${team}-${i}@example.org`);

/** An open survey of two teams: everybody of `sales` is asked by e-mail, `ops` has links. Nothing has been sent yet. */
export async function mailedSurvey(db: TestContext['db'], sales = 6) {
  const teams = { sales: { invited: sales }, ops: { invited: 6 } };
  const smtp = await startSmtpServer();
  const ctx = { ...(await surveyContext(db, teams)), mail: smtp.settings };
  const { id: cycle } = await createCycle(ctx, draftInput(teams));
  const place = { platform: 'payments', cycle };
  await openCycle(ctx, { ...place, acceptNoResult: false });
  const mail = [{ team: 'sales', addresses: addressesOf('sales', sales) }];
  const issued = await issueInvitations(ctx, { ...place, mail });
  return { ctx, smtp, place, issued };
}

export const sendMail = (ctx: TestContext) => sendSurveyMail(ctx, new AbortController().signal);

/** The token of the newest mail that an address got. */
export function tokenIn(smtp: TestSmtpServer, address: string): string {
  const mail = smtp.received.findLast(({ to }) => to[0] === address);
  return /\/s\/([\w-]{22})/.exec(plainText(mail?.raw ?? ''))?.[1] ?? '';
}
