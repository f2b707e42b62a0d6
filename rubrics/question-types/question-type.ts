import type { z } from 'zod';
import type { Question } from '../pack.ts';
import type { Dimension } from '../parse-threshold.ts';

/** What a cycle releases of one question: never an answer, only what follows from all of them. */
export type Aggregate = {
  /** answers that say something: blanks and "don't know" are left out */
  n: number;
  /** answers by option, every option named; null where the question has no options */
  counts: Record<string, number> | null;
  /** mean and sample standard deviation (n − 1) on the question's scale, 6 decimals; null below one and two answers */
  mean: number | null;
  sd: number | null;
};

/** The statistics of a survey leaf. */
export type SurveyStatistic = 'favourable' | 'share' | 'mean' | 'umux-lite';

/**
 * One kind of survey question: what an answer looks like, and what the answers of a cycle add up to.
 * A new kind is one file here, one line in `registry.ts`, and one component in `app/_ui/questions`.
 */
export type QuestionType = {
  kind: string;
  /** the schema of one answer; an answer that was not given is not validated */
  answerSchema: (question: Question) => z.ZodType;
  /** Adds up valid answers. The order of the answers does not matter. */
  aggregate: (question: Question, answers: readonly unknown[]) => Aggregate;
  /** the keys of `counts` that are favourable; empty where that has no meaning */
  favourable: readonly string[];
  /** what a criterion may test, with the dimension of its threshold; none: shown, never a criterion */
  statistics: Partial<Record<SurveyStatistic, Dimension>>;
  /** the ends of the scale of `mean`; ten points of a floor are a tenth of it */
  scale: { min: number; max: number } | null;
  /** free text: kept apart, shown from ten answers on */
  freeText: boolean;
};
