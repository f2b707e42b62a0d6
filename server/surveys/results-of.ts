import type { Insertable } from 'kysely';
import type { z } from 'zod';
import type { SurveyResultTable, SurveyTeamTable } from '#db/schema.ts';
import type { bundleSchema } from '#rubrics/evidence/bundle.ts';
import type { Minimums } from './anonymity/minimums.ts';
import { type Released, release } from './anonymity/release.ts';
import type { Group } from './anonymity/slices.ts';
import { type AskedQuestion, asRubricQuestion } from './asked-question.ts';
import { type Answer, questionTypeOf } from './response.ts';

type Entry = z.infer<typeof bundleSchema>['surveys'][number];
type Of = { cycleId: string; closedAt: string; teams: readonly SurveyTeamTable[] };
type Given = {
  questions: readonly AskedQuestion[];
  groups: readonly Group[];
  minimums: Minimums;
  answers: readonly (Answer & { group: string })[];
  /** slices whose comments may be read */
  readable: readonly (string | null)[];
};

/** Everything that is ever known of a cycle beside its comments: one row for each question and audience, hidden ones too. */
export function resultsOf(of: Of, given: Given): Insertable<SurveyResultTable>[] {
  return given.questions.flatMap((question) =>
    releasedOf(question, given).map((released) => {
      const { cycleId, closedAt } = of;
      const audience = audienceOf(of.teams, released.group);
      const { key, capability } = question;
      const { invited, n, counts, mean, sd } = released;
      const place = { cycle: cycleId, question: key, capability, audience };
      const entry: Entry = { ...place, observedAt: closedAt, invited, n, counts, mean, sd };
      return {
        cycleId,
        question: key,
        capability: capability ?? '',
        audience,
        shown: released.shown,
        result: JSON.stringify(entry),
        releasedAt: closedAt,
      };
    }),
  );
}

/** Of comments only whether they may be read: how many there are is not told where they may not. */
function releasedOf(question: AskedQuestion, { groups, minimums, answers, readable }: Given): Released[] {
  const type = questionTypeOf(question);
  const given = answers
    .filter((answer) => answer.question === question.key && answer.capability === question.capability)
    .map(({ group, value }) => ({ group, answer: value }));
  const released = release(
    { type, question: asRubricQuestion(question), groups, minimums },
    type.freeText ? [] : given,
  );
  if (!type.freeText) return released;
  return released.map((slice) => ({ ...slice, shown: readable.includes(slice.group) ? 'exact' : 'hidden' }));
}

/** The word for a slice in results and bundles: `all`, or `team:` and the team's key. */
export function audienceOf(teams: readonly Pick<SurveyTeamTable, 'teamId' | 'key'>[], group: string | null): string {
  const team = teams.find(({ teamId }) => teamId === group);
  return team === undefined ? 'all' : `team:${team.key}`;
}
