import { z } from 'zod';
import type { QuestionType } from './question-type.ts';

const answer = z.string().trim().min(1).max(4000);

/** Free text. Only the number of comments is ever added up; it never decides a criterion. */
export const comment: QuestionType = {
  kind: 'comment',
  answerSchema: () => answer,
  aggregate: (_question, answers) => ({
    n: answers.filter((value) => answer.safeParse(value).success).length,
    counts: null,
    mean: null,
    sd: null,
  }),
  favourable: [],
  statistics: {},
  scale: null,
  freeText: true,
};
