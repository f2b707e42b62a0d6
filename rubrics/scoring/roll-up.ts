import { round6 } from '../round6.ts';
import { percentToTarget, type WeightedCell } from './percent-to-target.ts';
import { ROLE_WEIGHTS } from './plan-cell.ts';
import type { Cell, CriterionResult, Scorecard } from './scorecard.ts';
import { sumSorted } from './sum-sorted.ts';

/** What a roll-up needs of a cell. */
export type RolledCell = Pick<Cell, 'capability' | 'aspect' | 'state' | 'level' | 'target'> & {
  readonly criteria?: readonly Pick<CriterionResult, 'id' | 'value' | 'target'>[];
};

/** A cell with its range. */
export type RangedCell = RolledCell & WeightedCell['cell'];

/** How many cells stand at each level; cells that do not apply are left out. */
export type Distribution = {
  notOffered: number;
  /** by level, from 1 (from 0, where that is the floor) to the top */
  levels: { level: number; cells: number }[];
  /** what is not offered counts as floor; null without a cell */
  lowerMedian: number | null;
};

/** The distribution of some cells over the levels up to `top`; a level that is not whole counts where it has got to. */
export function distributionOf(cells: readonly RolledCell[], top: number, floor: number): Distribution {
  const counted = cells.filter((cell) => cell.state !== 'not_applicable');
  const first = Math.min(floor, 1);
  const levels = Array.from({ length: top + 1 - first }, (_, i) => ({
    level: first + i,
    cells: counted.filter((cell) => cell.level !== null && Math.floor(cell.level) === first + i).length,
  }));
  return {
    notOffered: counted.filter((cell) => cell.level === null).length,
    levels,
    lowerMedian: lowerMedian(counted.map((cell) => cell.level ?? floor)),
  };
}

/** The distribution for each aspect or each capability, by key. */
export function distributionsBy(
  by: 'aspect' | 'capability',
  cells: readonly RolledCell[],
  scale: { top: number; floor: number },
): Map<string, Distribution> {
  const groups = Map.groupBy(cells, (cell) => cell[by]);
  return new Map([...groups].map(([key, group]) => [key, distributionOf(group, scale.top, scale.floor)]));
}

/** The lower of the two middle values of an even number of values; null of none. */
export function lowerMedian(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** The cell with the lowest level; among equals the one farthest from its target, then by capability and aspect. Null of none. */
export function weakestCell<T extends RolledCell>(cells: readonly T[], floor: number): T | null {
  const levelOf = (cell: RolledCell) => cell.level ?? floor;
  const order = (a: T, b: T) =>
    levelOf(a) - levelOf(b) ||
    b.target - levelOf(b) - (a.target - levelOf(a)) ||
    compare(a.capability, b.capability) ||
    compare(a.aspect, b.aspect);
  return cells.filter((cell) => cell.state !== 'not_applicable').toSorted(order)[0] ?? null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export type Rolled = Pick<Scorecard, 'cells'> | { cells: readonly RolledCell[] };

/**
 * Progress since a baseline assessment: `(now − baseline) / (target − baseline)` of `Σ w·min(level, target)` over the cells that
 * apply in both, with today's targets; where answers are added up, over the answers. Null where there was nothing to reach.
 * `weightOf` gives a capability's weight.
 */
export function progressToDate(
  now: Rolled,
  baseline: Rolled,
  floor: number,
  weightOf: (capability: string) => number,
): number | null {
  const name = (cell: RolledCell) => `${cell.capability}/${cell.aspect}`;
  const before = new Map(baseline.cells.map((cell) => [name(cell), cell]));
  const pairs = now.cells.flatMap((cell) => {
    const then = before.get(name(cell));
    const counts = then && then.state !== 'not_applicable' && cell.state !== 'not_applicable';
    return counts ? stepsOf(cell, then, floor).map((step) => ({ ...step, weight: weightOf(cell.capability) })) : [];
  });
  const sum = (which: 'before' | 'after' | 'target') =>
    sumSorted(pairs, (pair) => pair.weight * Math.min(pair[which], pair.target));
  const [start, goal, reached] = [sum('before'), sum('target'), sum('after')];
  return round6(goal - start) === 0 ? null : round6((reached - start) / (goal - start));
}

/** A cell then and now, answer by answer where its answers have targets of their own. */
function stepsOf(now: RolledCell, then: RolledCell, floor: number) {
  const levelOf = (cell: RolledCell) => cell.level ?? floor;
  const before = new Map(then.criteria?.map(({ id, value }) => [id, value ?? floor]));
  const items = now.criteria?.flatMap(({ id, value, target }) => {
    const was = before.get(id);
    return target === undefined || was === undefined ? [] : [{ before: was, after: value ?? floor, target }];
  });
  return items === undefined || items.length === 0
    ? [{ before: levelOf(then), after: levelOf(now), target: now.target }]
    : items;
}

/** A cell as it would stand if nothing in it were exempt. */
export function withoutExemptions(cell: Cell): Cell {
  const criteria = cell.criteria.map((one) => (one.ownValue === undefined ? one : { ...one, value: one.ownValue }));
  return { ...cell, level: cell.levelWithoutExemptions, criteria };
}

/** Percent to target of some cells, with the weight of each capability (1 where none is given). */
export function percentToTargetOf(cells: readonly RangedCell[], weights: ReadonlyMap<string, number>, floor: number) {
  return percentToTarget(
    cells.map((cell) => ({ cell, weight: weights.get(cell.capability) ?? 1 })),
    floor,
  );
}

/** Decided weight over in-force weight of the required and supporting criteria that the cells' coverage looks at. Null of none. */
export function coverageOf(cells: readonly Pick<Cell, 'state' | 'next' | 'criteria'>[]): number | null {
  let whole = 0;
  let decided = 0;
  for (const { state, next, criteria } of cells) {
    if (state !== 'scored') continue;
    for (const one of criteria) {
      const weight = ROLE_WEIGHTS[one.role];
      const isAsked = one.target !== undefined || (one.level >= 2 && (next === null || one.level <= next));
      if (!isAsked || one.state === 'not_applicable' || one.state === 'announced') continue;
      whole += weight;
      if (one.state !== 'unknown' && one.own !== 'unknown') decided += weight;
    }
  }
  return whole === 0 ? null : round6(decided / whole);
}
