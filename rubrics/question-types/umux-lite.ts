import { z } from 'zod';
import { meanAndSd } from '../statistics/mean-and-sd.ts';
import { umuxLite as scoreOf } from '../statistics/umux-lite.ts';
import type { QuestionType } from './question-type.ts';

const item = z.int().min(1).max(7);
const answer = z.strictObject({ usefulness: item, ease: item });

/** UMUX-Lite: two items from 1 to 7, `{ usefulness, ease }`; the mean is in points from 0 to 100. */
export const umuxLite: QuestionType = {
  kind: 'umux-lite',
  answerSchema: () => answer,
  aggregate: (_question, answers) => {
    const given = answers.flatMap((value) => {
      const both = answer.safeParse(value);
      return both.success ? [scoreOf(both.data.usefulness, both.data.ease)] : [];
    });
    return { n: given.length, counts: null, ...meanAndSd(given) };
  },
  favourable: [],
  statistics: { 'umux-lite': 'points', mean: 'points' },
  scale: { min: 0, max: 100 },
  freeText: false,
};
