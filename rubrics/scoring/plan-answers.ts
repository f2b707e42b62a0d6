import type { Rung } from './plan-program.ts';
import type { Cell } from './scorecard.ts';
import { isShort } from './short-of-target.ts';

/** How far the answers of a cell are to go above the floor: Σ target − floor, answer by answer. */
export const aimOfAnswers = ({ criteria }: Pick<Cell, 'criteria'>, floor: number): number =>
  criteria.reduce((sum, { target = 0 }) => sum + Math.max(0, target - floor), 0);

type Answers = {
  floor: number;
  weight: number;
  /** the numbers of a place and of all that it needs */
  withNeeds: (places: readonly { criterion: string; capability: string | null }[]) => number[];
};

/**
 * The answers of a cell that pay, each by itself: what it is short of its target. Doing the work gives the full answer; what that
 * is above the target counts nothing.
 */
export function answerRungs(
  { capability, aspect, criteria }: Pick<Cell, 'capability' | 'aspect' | 'criteria'>,
  { floor, weight, withNeeds }: Answers,
): Rung[] {
  return criteria.filter(isShort).flatMap(({ id, level, inherited, value, target = 0 }) => {
    const gain = weight * Math.max(0, target - Math.max(value ?? floor, floor));
    const places = withNeeds([{ criterion: id, capability: inherited ? null : capability }]);
    const ladder = `${capability}/${aspect}/${id}`;
    return gain === 0 ? [] : [{ capability, aspect, level, ladder, gain, places }];
  });
}
