import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { AnswerValue, AskedQuestion } from '../../_ui/questions/question.ts';
import { questionViews } from '../../_ui/questions/registry.ts';

export type OpenForm = Extract<inferRouterOutputs<AppRouter>['surveys']['form'], { state: 'open' }>;
/** Values by the place of their question. */
export type Values = Record<string, AnswerValue | undefined>;
type Sent = inferRouterInputs<AppRouter>['surveys']['submit']['answers'];

export const placeOf = ({ key, capability }: Pick<AskedQuestion, 'key' | 'capability'>) => `${capability ?? ''}/${key}`;

export function isAnswered(question: AskedQuestion, values: Values): boolean {
  return questionViews[question.kind]?.isComplete(question, values[placeOf(question)]) ?? false;
}

/** What is sent: complete answers only, in the order of the form. */
export function answersOf(questions: readonly AskedQuestion[], values: Values): Sent {
  return questions.flatMap((question) => {
    const value = values[placeOf(question)];
    if (value === undefined || !isAnswered(question, values)) return [];
    return [{ question: question.key, capability: question.capability, value }];
  });
}

/** Values without those about one capability. */
export function withoutCapability(questions: readonly AskedQuestion[], values: Values, capability: string): Values {
  const places = questions.filter((question) => question.capability === capability).map(placeOf);
  return Object.fromEntries(Object.entries(values).filter(([place]) => !places.includes(place)));
}
