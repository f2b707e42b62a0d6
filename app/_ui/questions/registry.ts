import { agreement } from './agreement.tsx';
import { comment } from './comment.tsx';
import { nps } from './nps.tsx';
import type { QuestionView } from './question.ts';
import { singleChoice } from './single-choice.tsx';
import { umuxLite } from './umux-lite.tsx';

/** How each kind of question is asked, by the keys of rubrics/question-types. */
export const questionViews: Readonly<Record<string, QuestionView>> = {
  agreement,
  comment,
  nps,
  'single-choice': singleChoice,
  'umux-lite': umuxLite,
};
