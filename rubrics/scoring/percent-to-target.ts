import { round6 } from '../round6.ts';
import type { Cell, PercentToTarget } from './scorecard.ts';
import { sumSorted } from './sum-sorted.ts';

export type WeightedCell = { cell: Pick<Cell, 'state' | 'level' | 'low' | 'high' | 'target'>; weight: number };

/**
 * `1 − Σ w·max(0, target − max(level, floor)) / Σ w·(target − floor)` over every cell that applies; a capability that is not
 * offered counts as floor; low and high take each cell's low and high. Null where there is nothing to reach.
 */
export function percentToTarget(cells: readonly WeightedCell[], floor: number): PercentToTarget {
  const counted = cells.filter(({ cell }) => cell.state !== 'not_applicable');
  const whole = sumSorted(counted, ({ cell, weight }) => weight * Math.max(0, cell.target - floor));
  const share = (levelOf: (cell: WeightedCell['cell']) => number | null) => {
    if (whole === 0) return null;
    const gap = sumSorted(
      counted,
      ({ cell, weight }) => weight * Math.max(0, cell.target - Math.max(levelOf(cell) ?? floor, floor)),
    );
    return Math.max(0, round6(1 - gap / whole));
  };
  return { value: share((cell) => cell.level), low: share((cell) => cell.low), high: share((cell) => cell.high) };
}
