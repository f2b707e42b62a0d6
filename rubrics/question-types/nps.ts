import { z } from 'zod';
import type { QuestionType } from './question-type.ts';

const answer = z.int().min(0).max(10);
const groupOf = (value: number) => (value >= 9 ? 'promoters' : value <= 6 ? 'detractors' : 'passives');

/** Likelihood to recommend, 0 to 10: promoters 9–10, detractors 0–6. Shown, never a criterion. */
export const nps: QuestionType = {
  kind: 'nps',
  answerSchema: () => answer,
  aggregate: (_question, answers) => {
    const given = answers.filter((value) => typeof value === 'number');
    const counts = { promoters: 0, passives: 0, detractors: 0 };
    for (const value of given) counts[groupOf(value)] += 1;
    return { n: given.length, counts, mean: null, sd: null };
  },
  favourable: ['promoters'],
  statistics: {},
  scale: null,
  freeText: false,
};
