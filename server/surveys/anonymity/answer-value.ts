import type { Question } from '#rubrics/pack.ts';
import type { QuestionType } from '#rubrics/question-types/question-type.ts';

/** What an answer says, as far as it can give a person away: the class of an option, or points. */
export type Value = string | number;

/** The value of one answer, or null where it says nothing ("don't know"). */
export function answerValue(type: QuestionType, question: Question, answer: unknown): Value | null {
  const { n, counts, mean } = type.aggregate(question, [answer]);
  if (n === 0) return null;
  if (counts === null) return mean;
  const option = Object.keys(counts).find((key) => counts[key] === 1);
  return option === undefined ? null : classOf(type, option);
}

/**
 * The class of an option: who is known to have answered 4 or 5 is known to be in favour. On a scale, what lies opposite to
 * the favourable options is unfavourable; every other option is a class of its own.
 */
export function classOf(type: QuestionType, option: string): string {
  if (type.favourable.includes(option)) return 'favourable';
  const opposite = type.scale === null ? null : String(type.scale.min + type.scale.max - Number(option));
  return opposite !== null && type.favourable.includes(opposite) ? 'unfavourable' : option;
}
