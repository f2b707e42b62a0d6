import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import { forgetInvitations } from '#db/queries/invitations.ts';
import { deleteBands } from '#db/queries/participation.ts';
import { deleteAddressesOf } from '#db/queries/survey-addresses.ts';
import {
  deleteEnvelopes,
  insertAnswers,
  insertComments,
  insertResults,
  listEnvelopes,
} from '#db/queries/survey-answers.ts';
import { listSurveyTeams, moveCycle } from '#db/queries/survey-cycles.ts';
import type { Database, SurveyAnswerTable, SurveyTeamTable } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import { type Placed, placeAnswers, placeComments } from './anonymity/place-answers.ts';
import { shuffle } from './anonymity/shuffle.ts';
import type { Group } from './anonymity/slices.ts';
import { parseQuestions } from './asked-question.ts';
import { asGroups, type Cycle, minimumsOfCycle } from './cycle.ts';
import { openEnvelope } from './envelope.ts';
import { questionTypeOf, type Response, responseSchema } from './response.ts';
import { resultsOf } from './results-of.ts';
import { privateHalf } from './seal-key.ts';

/**
 * Ends a cycle in one transaction: opens and shuffles the envelopes, writes answers and comments apart under random ids,
 * releases the results once, and deletes envelopes, key and who has answered. Whether it was this call that did it: of two
 * at once one does, and after a crash everything is as before.
 */
export async function releaseCycle(ctx: Context, cycle: Cycle): Promise<boolean> {
  if (cycle.state !== 'open' || cycle.sealKey === null) return false;
  const key = privateHalf(ctx.secret, cycle.id, cycle.sealKey);
  const closedAt = ctx.now().toISOString();
  return ctx.db.transaction().execute(async (trx) => {
    if (!(await moveCycle(trx, cycle, { state: 'closing', closedAt, sealKey: null }))) return false;
    await forgetInvitations(trx, cycle.id);
    await deleteBands(trx, cycle.id);
    await deleteAddressesOf(trx, cycle.id);
    const teams = await listSurveyTeams(trx, [cycle.id]);
    const sealed = await listEnvelopes(trx, cycle.id);
    const opened = sealed.map((envelope) => responseSchema.parse(openEnvelope(key, cycle.id, envelope)));
    await writeReleased(trx, { cycle, closedAt, teams, responses: shuffle(opened) });
    await deleteEnvelopes(trx, cycle.id);
    await recordAudit(trx, ctx, { action: 'survey.close', platformId: cycle.platformId, subject: cycle.id });
    return true;
  });
}

type Opened = { cycle: Cycle; closedAt: string; teams: SurveyTeamTable[]; responses: Response[] };

async function writeReleased(trx: Kysely<Database>, { cycle, closedAt, teams, responses }: Opened): Promise<void> {
  const groups = asGroups(teams);
  const minimums = minimumsOfCycle(cycle);
  const questions = parseQuestions(cycle.questions);
  const isComment = ({ question }: { question: string }) =>
    questions.some((asked) => asked.key === question && questionTypeOf(asked).freeText);

  const respondents = responses.map(({ team }) => ({ group: team }));
  const given = responses.flatMap(({ team, answers }) => answers.map((answer) => ({ group: team, ...answer })));
  const comments = given.filter((answer) => isComment(answer));
  const placed = placeComments(groups, minimums, { responses: respondents, comments });
  await insertComments(
    trx,
    placed.comments.map(({ group, item }) => ({
      id: randomUUID(),
      cycleId: cycle.id,
      teamId: group,
      question: item.question,
      capability: item.capability,
      text: String(item.value),
    })),
  );
  await insertAnswers(trx, shuffle(answerRows(cycle.id, groups, { responses, minimums, isComment })));
  const released = { questions, groups, minimums, answers: given, readable: placed.readable };
  await insertResults(trx, resultsOf({ cycleId: cycle.id, closedAt, teams }, released));
}

type Kept = {
  responses: Response[];
  minimums: ReturnType<typeof minimumsOfCycle>;
  isComment: (answer: { question: string }) => boolean;
};

/** One row for each capability that a person answered about, so that not even these can be put together again. */
function answerRows(cycleId: string, groups: Group[], kept: Kept): Insertable<SurveyAnswerTable>[] {
  const responses = kept.responses.map((response) => ({ group: response.team, response }));
  const placed: Placed<(typeof responses)[number]>[] = placeAnswers(groups, kept.minimums, responses);
  return placed.flatMap(({ group, item }) => {
    const scored = item.response.answers.filter((answer) => !kept.isComment(answer));
    return [...Map.groupBy(scored, ({ capability }) => capability)].map(([capability, answers]) => ({
      id: randomUUID(),
      cycleId,
      teamId: group,
      capability,
      answers: JSON.stringify(Object.fromEntries(answers.map(({ question, value }) => [question, value]))),
    }));
  });
}
