import { z } from 'zod';
import type { QuestionType } from '#rubrics/question-types/question-type.ts';
import { questionTypes } from '#rubrics/question-types/registry.ts';
import { AppError } from '../errors.ts';
import { type AskedQuestion, asRubricQuestion } from './asked-question.ts';

const LONGEST_COMMENT = 2000;

/** One answer of a form. Questions that are left out are not in it. */
export const answerSchema = z.strictObject({
  question: z.string().max(80),
  capability: z.string().max(80).nullable(),
  value: z.union([
    z.number(),
    z.string().max(LONGEST_COMMENT, `Write at most ${LONGEST_COMMENT} characters.`),
    z.record(z.string().max(40), z.number()),
  ]),
});
export type Answer = z.infer<typeof answerSchema>;

/** What an envelope holds. */
export const responseSchema = z.strictObject({ team: z.string(), answers: z.array(answerSchema) });
export type Response = z.infer<typeof responseSchema>;

/** Refuses answers to what was not asked, two answers to one question, and values that the question does not take. */
export function checkAnswers(questions: readonly AskedQuestion[], answers: readonly Answer[]): Answer[] {
  if (answers.length === 0) throw new AppError('BAD_REQUEST', 'Answer at least one question before you send.');
  const places = answers.map(({ question, capability }) => `${capability ?? ''}/${question}`);
  if (new Set(places).size < places.length) throw new AppError('BAD_REQUEST', 'One question is answered twice.');
  return answers.map((answer) => {
    const asked = questions.find(({ key, capability }) => key === answer.question && capability === answer.capability);
    if (asked === undefined) throw new AppError('BAD_REQUEST', `This survey does not ask "${answer.question}".`);
    const type = questionTypeOf(asked);
    const given = { ...answer, value: type.freeText ? plainText(answer.value) : answer.value };
    if (type.answerSchema(asRubricQuestion(asked)).safeParse(given.value).success) return given;
    throw new AppError('BAD_REQUEST', `The answer to "${asked.text}" is not one that can be given.`);
  });
}

/** The kind of a question that was asked. */
export function questionTypeOf({ kind }: Pick<AskedQuestion, 'kind'>): QuestionType {
  const type = questionTypes[kind];
  if (type === undefined)
    throw new AppError('UNAVAILABLE', `This version of Plumbline knows no questions of kind "${kind}".`);
  return type;
}

/** Whole characters and line breaks only: half characters and control codes would also swell the envelope. */
function plainText(value: Answer['value']): Answer['value'] {
  return typeof value === 'string'
    ? value
        .toWellFormed()
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim()
    : value;
}
