import { saveTeam } from '#server/catalogue/save-team.ts';
import { createCycle } from '#server/surveys/create-cycle.ts';
import { issueInvitations } from '#server/surveys/issue-invitations.ts';
import { openCycle } from '#server/surveys/open-cycle.ts';
import type { Answer } from '#server/surveys/response.ts';
import { submitResponse } from '#server/surveys/submit-response.ts';
import { insertPlatformWithCapabilities } from './build-evidence.ts';
import { type TestContext, testContext } from './test-context.ts';

export const CLOSES_AT = '2026-12-06T12:00:00.000Z';
type Teams = Record<string, { invited: number; parent?: string }>;

/** A platform "payments" and the teams of a survey; a team of which nobody is invited only holds others together. */
export async function surveyContext(db: TestContext['db'], teams: Teams): Promise<TestContext> {
  await insertPlatformWithCapabilities(db, 'payments');
  const ctx = testContext(db);
  for (const [key, { parent }] of Object.entries(teams)) {
    await saveTeam(ctx, { key, name: `Team ${key}`, parent: parent ?? null, contact: null, archived: false });
  }
  return ctx;
}

export const draftInput = (teams: Teams, capabilities = ['data']) => ({
  platform: 'payments',
  title: 'Spring survey',
  askedBy: 'The platform team',
  template: 'platform-experience',
  capabilities,
  teams: Object.entries(teams)
    .filter(([, { invited }]) => invited > 0)
    .map(([team, { invited }]) => ({ team, invited })),
  closesAt: CLOSES_AT,
});

/** An open survey about `data` with the tokens of each team. */
export async function openSurvey(ctx: TestContext, teams: Teams, capabilities = ['data']) {
  const { id: cycle } = await createCycle(ctx, draftInput(teams, capabilities));
  await openCycle(ctx, { platform: 'payments', cycle, acceptNoResult: true });
  const { teams: issued } = await issueInvitations(ctx, { platform: 'payments', cycle });
  const tokens = Object.fromEntries(issued.map(({ team, links }) => [team, links.map(tokenOf)]));
  return { cycle, tokens };
}

export const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

type Given = { usability?: [number, number]; reason?: string; clarity?: number | 'dont-know'; comment?: string };

/** The answers of one person, as the form sends them. */
export function answersOf({ usability, reason, clarity, comment }: Given, capability = 'data'): Answer[] {
  const answers: (Answer | null)[] = [
    usability === undefined
      ? null
      : { question: 'usability', capability, value: { usefulness: usability[0], ease: usability[1] } },
    reason === undefined ? null : { question: 'reason-for-use', capability, value: reason },
    clarity === undefined ? null : { question: 'clarity-of-errors', capability, value: clarity },
    comment === undefined ? null : { question: 'open-comment', capability: null, value: comment },
  ];
  return answers.filter((answer) => answer !== null);
}

/** Sends the answers of one person. */
export const respond = (ctx: TestContext, token: string | undefined, given: Given) =>
  submitResponse(ctx.as({ kind: 'anonymous' }), { token: token ?? '', answers: answersOf(given) });

/** As many people of a team answer as there are entries; each by a link of their own. */
export async function respondAll(ctx: TestContext, tokens: string[] | undefined, given: Given[]): Promise<void> {
  for (const [i, one] of given.entries()) await respond(ctx, tokens?.[i], one);
}
