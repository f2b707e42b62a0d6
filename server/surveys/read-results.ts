import type { z } from 'zod';
import { listComments, listResults } from '#db/queries/survey-answers.ts';
import { listCyclesOfPlatform, listSurveyTeams } from '#db/queries/survey-cycles.ts';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { type AskedQuestion, parseQuestions } from './asked-question.ts';
import { compareCycles, placeOf, type ReleasedCycle } from './compare-cycles.ts';
import { type Cycle, cycleInput, loadCycle, MAY_READ, minimumsOfCycle } from './cycle.ts';
import { figuresOf } from './figures-of.ts';
import { summaryOf } from './list-cycles.ts';
import { questionTypeOf } from './response.ts';
import { audienceOf } from './results-of.ts';

export const readResultsInput = cycleInput;

/** What was released at the close, question by question, for everybody first and then team by team. */
export async function readResults(ctx: Context, input: z.output<typeof readResultsInput>) {
  const { cycle, teams } = await loadCycle(ctx, input, MAY_READ);
  const summary = summaryOf(cycle);
  if (summary.state !== 'closed') throw new AppError('CONFLICT', 'Results are released once, when this survey closes.');
  const rows = await listResults(ctx.db, cycle.id);
  const comments = await listComments(ctx.db, cycle.id);
  const questions = parseQuestions(cycle.questions);
  const earlier = await compareWithEarlier(ctx, cycle, { questions, teams, rows });
  const audiences = [{ audience: 'all', name: null, teamId: null }, ...withAudience(teams)];
  const readers = new Map(audiences.map(({ audience, teamId }) => [audience, belowOf(teams, teamId)]));

  const slicesOf = (question: AskedQuestion) =>
    audiences.flatMap(({ audience, name }) => {
      const row = rows.find(
        (row) =>
          row.question === question.key && row.capability === (question.capability ?? '') && row.audience === audience,
      );
      if (row === undefined) return [];
      const entry = bundleSchema.shape.surveys.element.parse(JSON.parse(row.result));
      const isComment = questionTypeOf(question).freeText;
      const texts = comments
        .filter((comment) => comment.question === question.key && comment.capability === question.capability)
        .filter(({ teamId }) => readers.get(audience)?.has(teamId))
        .map(({ text }) => text);
      return [
        {
          audience,
          name,
          invited: entry.invited,
          shown: row.shown,
          ...figuresOf(question, entry, row.shown),
          /** null: there is no earlier cycle, or this figure cannot be compared with it */
          change:
            earlier?.changes.get(placeOf({ question: question.key, capability: question.capability, audience })) ??
            null,
          comments: isComment && row.shown !== 'hidden' ? texts : null,
        },
      ];
    });
  return {
    ...summary,
    minimums: minimumsOfCycle(cycle),
    /** the cycle that changes are told against */
    earlier: earlier === null ? null : earlier.summary,
    questions: questions.map((question) => {
      const { key, kind, text, capability, capabilityName } = question;
      return { key, kind, text, capability, capabilityName, slices: slicesOf(question) };
    }),
  };
}

/** The newest cycle, closed before this one opened, of which something can be compared with it; and what changed since. */
async function compareWithEarlier(ctx: Context, { id, platformId, template, opensAt }: Cycle, current: ReleasedCycle) {
  const before = (await listCyclesOfPlatform(ctx.db, platformId))
    .filter((one) => one.id !== id && one.template === template)
    .filter(({ closedAt }) => closedAt !== null && opensAt !== null && closedAt <= opensAt)
    .toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1));
  for (const { id: earlier, title, closedAt, questions } of before) {
    const [teams, rows] = await Promise.all([listSurveyTeams(ctx.db, [earlier]), listResults(ctx.db, earlier)]);
    const changes = compareCycles(current, { questions: parseQuestions(questions), teams, rows });
    if (changes.size > 0 && closedAt !== null) return { summary: { id: earlier, title, closedAt }, changes };
  }
  return null;
}

type Teams = Awaited<ReturnType<typeof loadCycle>>['teams'];

const withAudience = (teams: Teams) =>
  teams.map(({ teamId, name }) => ({ audience: audienceOf(teams, teamId), name, teamId }));

/** The groups whose comments belong to a slice: its own and those of the teams below it; to everybody, all. */
function belowOf(teams: Teams, teamId: string | null): Set<string | null> {
  const children = teams.filter(({ parentId }) => parentId === teamId).map((team) => team.teamId);
  return new Set([teamId, ...children.flatMap((child) => [...belowOf(teams, child)])]);
}
