import type { Question } from '#rubrics/pack.ts';
import type { Aggregate, QuestionType } from '#rubrics/question-types/question-type.ts';
import { answerValue, type Value } from './answer-value.ts';
import { bandedAggregate } from './band.ts';
import { type Minimums, minimumsOf } from './minimums.ts';
import { type Group, slicesOf } from './slices.ts';
import { type Shown, suppress } from './suppress.ts';
import { commonest, isUnanimous } from './unanimity.ts';

export type GroupAnswer = { group: string; answer: unknown };
/** What may be known of one slice for one question; `n` null: hidden. */
export type Released = { group: string | null; invited: number; shown: Shown } & (
  | Aggregate
  | { n: null; counts: null; mean: null; sd: null }
);

const NOTHING = { n: null, counts: null, mean: null, sd: null } as const;

type Asked = { type: QuestionType; question: Question; groups: readonly Group[]; minimums: Minimums };

/**
 * What may be shown of the answers to one question, for everybody and for every team (docs: the anonymity promise). Called
 * once, when a cycle closes; what it returns is stored, and nothing else is ever computed from the same answers: they are
 * never cut anew. "Don't know" and blanks count neither towards n nor towards k. No clock and no chance in it.
 */
export function release(asked: Asked, answers: readonly GroupAnswer[]): Released[] {
  const { type, question, groups } = asked;
  const minimum = minimumsOf(asked.minimums).scores;
  const given = answers.flatMap(({ group, answer }) => {
    const value = answerValue(type, question, answer);
    return value === null ? [] : [{ group, answer, value }];
  });
  const slices = slicesOf(groups, given);
  const valuesOf = (items: { value: Value }[]) => items.map(({ value }) => value);
  const shown = suppress(slices, { minimum, givesAway: (items) => isUnanimous(valuesOf(items), minimum) });
  return slices.map((slice) => {
    const { group, invited, items } = slice;
    const how = shown.get(slice) ?? 'hidden';
    const common = how === 'banded' ? commonest(valuesOf(items)) : null;
    if (common !== null) {
      return { group, invited, shown: how, ...bandedAggregate(type, question, common.value, minimum) };
    }
    if (how === 'hidden') return { group, invited, shown: how, ...NOTHING };
    return {
      group,
      invited,
      shown: how,
      ...type.aggregate(
        question,
        items.map(({ answer }) => answer),
      ),
    };
  });
}
