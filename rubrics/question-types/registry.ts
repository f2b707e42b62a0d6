import { agreement } from './agreement.ts';
import { comment } from './comment.ts';
import { nps } from './nps.ts';
import type { QuestionType } from './question-type.ts';
import { singleChoice } from './single-choice.ts';
import { umuxLite } from './umux-lite.ts';

/** Every kind of survey question, one line each. */
export const questionTypes: Readonly<Record<string, QuestionType>> = {
  [agreement.kind]: agreement,
  [singleChoice.kind]: singleChoice,
  [umuxLite.kind]: umuxLite,
  [comment.kind]: comment,
  [nps.kind]: nps,
};
