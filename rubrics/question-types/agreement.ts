import { z } from 'zod';
import { meanAndSd } from '../statistics/mean-and-sd.ts';
import type { QuestionType } from './question-type.ts';

const answer = z.union([z.int().min(1).max(5), z.literal('dont-know')]);

/** A statement, from 1 (disagree strongly) to 5 (agree strongly), or "don't know". Favourable: 4 and 5. */
export const agreement: QuestionType = {
  kind: 'agreement',
  answerSchema: () => answer,
  aggregate: (_question, answers) => {
    const given = answers.filter((value) => typeof value === 'number');
    const counts: Record<string, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
    for (const value of given) counts[value] = (counts[value] ?? 0) + 1;
    return { n: given.length, counts, ...meanAndSd(given) };
  },
  favourable: ['4', '5'],
  statistics: { favourable: 'ratio', share: 'ratio', mean: 'count' },
  scale: { min: 1, max: 5 },
  freeText: false,
};
