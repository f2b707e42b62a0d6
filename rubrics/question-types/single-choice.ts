import { z } from 'zod';
import type { Question } from '../pack.ts';
import type { QuestionType } from './question-type.ts';

const optionKeys = (question: Question) => (question.options ?? []).map((option) => option.key);

/** One option of a list. Which options count is said by the criterion (`share` with `answers`). */
export const singleChoice: QuestionType = {
  kind: 'single-choice',
  answerSchema: (question) => z.enum(optionKeys(question)),
  aggregate: (question, answers) => {
    const counts = Object.fromEntries(optionKeys(question).map((key) => [key, 0]));
    const given = answers.filter((value) => typeof value === 'string' && value in counts);
    for (const value of given) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
    return { n: given.length, counts, mean: null, sd: null };
  },
  favourable: [],
  statistics: { share: 'ratio' },
  scale: null,
  freeText: false,
};
