import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import type { AppRouter } from '#server/router.ts';

type Form = Extract<inferRouterOutputs<AppRouter>['surveys']['form'], { state: 'open' }>;
export type AskedQuestion = Form['questions'][number];
export type AnswerValue = number | string | Record<string, number>;

export type QuestionProps = {
  question: AskedQuestion;
  /** undefined: not answered */
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue | undefined) => void;
  /** id of the question's text */
  labelledBy: string;
};

/** How a kind of question is asked. One file here, one line in registry.ts; what the answers mean is in rubrics/question-types. */
export type QuestionView = {
  Component: (props: QuestionProps) => ReactNode;
  /** whether there is enough of an answer to send */
  isComplete: (question: AskedQuestion, value: AnswerValue | undefined) => boolean;
};
