import { z } from 'zod';
import { AppError } from '../errors.ts';

/** What somebody says of a place: a level of the rubric, or half-way between two; null: not known. Which levels there are its rubric tells. */
export const claimedField = z
  .number()
  .min(1, 'Levels are 1 to 9.')
  .max(9, 'Levels are 1 to 9.')
  .multipleOf(0.5, 'Say a level, or half-way between two.')
  .nullable();

/** Refuses what is neither of the steps that may be said, which ascend, nor "not known". */
export function requireStep(steps: readonly number[], said: number | null): void {
  if (said === null || steps.includes(said)) return;
  const message = `This rubric goes from ${steps.at(0)} to ${steps.at(-1)}: say a level, or half-way between two.`;
  throw new AppError('BAD_REQUEST', steps.length === 0 ? 'This rubric describes no levels here.' : message);
}
