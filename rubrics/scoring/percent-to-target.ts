import { round6 } from '../round6.ts';
import type { Cell, CriterionResult, PercentToTarget } from './scorecard.ts';
import { sumSorted } from './sum-sorted.ts';

/** A cell as far as its distance to target goes; its criteria are looked at where they have targets of their own. */
export type AimingCell = Pick<Cell, 'state' | 'level' | 'low' | 'high' | 'target'> & {
  readonly criteria?: readonly Pick<CriterionResult, 'value' | 'target'>[];
};
export type WeightedCell = { cell: AimingCell; weight: number };

/** Something with a target: a cell, or one answer of it. */
type Aim = { target: number; value: number; low: number; high: number; weight: number };

/**
 * `1 − Σ w·max(0, target − max(level, floor)) / Σ w·(target − floor)` over every cell that applies; a capability that is not
 * offered counts as floor; low and high take each cell's low and high. Where answers are added up the sums run over the
 * answers, so that more than asked in one never makes up for less in another. Null where there is nothing to reach.
 */
export function percentToTarget(cells: readonly WeightedCell[], floor: number): PercentToTarget {
  const aims = cells.flatMap((each) => (each.cell.state === 'not_applicable' ? [] : aimsOf(each, floor)));
  const whole = sumSorted(aims, ({ target, weight }) => weight * Math.max(0, target - floor));
  const share = (which: 'value' | 'low' | 'high') => {
    if (whole === 0) return null;
    const gap = sumSorted(aims, (aim) => aim.weight * Math.max(0, aim.target - Math.max(aim[which], floor)));
    return Math.max(0, round6(1 - gap / whole));
  };
  return { value: share('value'), low: share('low'), high: share('high') };
}

function aimsOf({ cell, weight }: WeightedCell, floor: number): Aim[] {
  const { state, level, low, high, target } = cell;
  const aims: Aim[] = [];
  for (const item of cell.criteria ?? []) {
    if (item.target === undefined) continue;
    const value = state === 'not_offered' ? floor : (item.value ?? floor);
    const isOpen = state !== 'not_offered' && item.value === null;
    aims.push({ target: item.target, value, low: value, high: isOpen ? item.target : value, weight });
  }
  if (aims.length > 0) return aims;
  return [{ target, value: level ?? floor, low: low ?? floor, high: high ?? floor, weight }];
}
