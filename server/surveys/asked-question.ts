import { z } from 'zod';
import type { Question } from '#rubrics/pack.ts';
import type { SurveyTemplate } from './templates/template.ts';

const named = z.strictObject({ key: z.string(), text: z.string() });

/** A question as a cycle asks it, about one capability or about the whole; frozen when the cycle opens. */
export const askedQuestionSchema = z.strictObject({
  key: z.string(),
  kind: z.string(),
  text: z.string(),
  capability: z.string().nullable(),
  capabilityName: z.string().nullable(),
  items: z.array(named).optional(),
  options: z.array(named).optional(),
  seconds: z.number(),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** The questions of a template in the order of the form: capability by capability, then what is asked once. */
export function questionsOf(template: SurveyTemplate, capabilities: { key: string; name: string }[]): AskedQuestion[] {
  const subjects = [
    ...capabilities.map(({ key, name }) => ({ per: 'capability', capability: key, capabilityName: name })),
    { per: 'cycle', capability: null, capabilityName: null },
  ];
  return subjects.flatMap(({ per, ...subject }) =>
    template.questions
      .filter((question) => question.per === per)
      .map(({ per: _, ...question }) => ({ ...question, ...subject })),
  );
}

export const parseQuestions = (json: string): AskedQuestion[] => z.array(askedQuestionSchema).parse(JSON.parse(json));

/** The same question as the question types of the rubric know it. */
export function asRubricQuestion({ key, kind, text, capability, options }: AskedQuestion): Question {
  return { key, kind, text, scope: capability === null ? 'platform' : 'capability', ...(options && { options }) };
}

/** How long the form takes, in whole minutes. */
export const minutesOf = (questions: readonly AskedQuestion[]): number =>
  Math.max(1, Math.ceil(questions.reduce((sum, { seconds }) => sum + seconds, 0) / 60));
