import { keyOf } from '../evidence/day-columns.ts';
import { type Assumption, assumeStates, type Places } from './assume-states.ts';
import { scoreCell } from './cell.ts';
import { newLevelSums } from './level-sums.ts';
import { percentToTarget } from './percent-to-target.ts';
import { type CellCriterion, type CellEntry, type CellPlan, layOutCell } from './plan-cell.ts';
import type { NumberedStates } from './roll-ups/read-numbers.ts';
import type { Cell, Scorecard } from './scorecard.ts';
import { readPlace, type WhatIfBase } from './what-if-base.ts';

/** What a what-if says: cells in the order of the scorecard, and percent to target. */
export type Hypothetical = Pick<Scorecard, 'cells' | 'percentToTarget'>;

export type WhatIf = {
  /** as the evidence has it: equal to the scorecard that the base was made with */
  now: Hypothetical;
  /** whether there is such a place in this rubric and platform; where `applies_to` leaves a criterion out there is none */
  has: (place: Pick<Assumption, 'criterion' | 'capability'>) => boolean;
  /**
   * The hypothetical scorecard of some assumptions: equal to `scoreAssuming`, cell by cell. Only cells that an assumption
   * touches are scored; the others are those of `now`, the same objects. Throws where there is no such place.
   */
  assume: (assumed: readonly Assumption[]) => Hypothetical;
  /** A what-if that starts where the assumptions lead. */
  after: (assumed: readonly Assumption[]) => WhatIf;
};

type Laid = Places & {
  cells: readonly CellPlan[];
  /** the cells that a test counts in */
  cellsOf: readonly (readonly number[])[];
  scoreOne: (cell: CellPlan, decided: NumberedStates) => Cell;
  rollUp: (cells: readonly Cell[]) => Hypothetical;
};

/**
 * Opens the base of a what-if, in a browser or anywhere: the cells are laid out and scored by the functions that score
 * everything else. Opening costs about one scoring of a platform; each `assume` a part of it.
 */
export function openWhatIf(base: WhatIfBase): WhatIf {
  const { decided, ...laid } = layOut(base);
  return startAt(laid, decided, laid.rollUp(laid.cells.map((cell) => laid.scoreOne(cell, decided))));
}

function startAt(laid: Laid, { states, kinds, numbers }: NumberedStates, now: Hypothetical): WhatIf {
  const move = (assumed: readonly Assumption[]) => {
    const counted = numbers === undefined ? {} : { numbers: numbers.slice() };
    const decided = { states: states.slice(), kinds: kinds.slice(), ...counted };
    const touched = new Set(assumeStates(laid, decided, assumed).flatMap((test) => laid.cellsOf[test] ?? []));
    if (touched.size === 0) return { decided, reached: now };
    const cells = now.cells.map((cell, i) => {
      const plan = laid.cells[i];
      return plan !== undefined && touched.has(i) ? laid.scoreOne(plan, decided) : cell;
    });
    return { decided, reached: laid.rollUp(cells) };
  };
  return {
    now,
    has: ({ criterion, capability }) => {
      const test = laid.testByKey.get(keyOf(criterion, capability));
      return test !== undefined && !laid.isLeftOut(test);
    },
    assume: (assumed) => move(assumed).reached,
    after: (assumed) => {
      const { decided, reached } = move(assumed);
      return startAt(laid, decided, reached);
    },
  };
}

/** Criteria, places and cells of a base, as a plan has them. */
function layOut(base: WhatIfBase): Laid & { decided: NumberedStates } {
  const places: ReturnType<typeof readPlace>[] = [];
  const testByKey = new Map<string, number>();
  const criteria = base.criteria.map((one) => {
    const first = places.length;
    const keys = one.copies === null ? base.capabilities.map(({ key }) => key) : [null];
    for (const [i, capability] of keys.entries()) {
      testByKey.set(keyOf(one.id, capability), places.length);
      places.push(readPlace(one.places[i] ?? 0));
    }
    return { ...one, first, criterion: criterionOf(one) };
  });
  const cellsOf: number[][] = places.map(() => []);
  const cells = base.capabilities.flatMap((capability, row) =>
    base.aspects.map((aspect, column): CellPlan => {
      const entries = criteria.flatMap(({ aspect: own, copies, first, criterion }): CellEntry[] => {
        if (own !== column || copies?.includes(row) === false) return [];
        const test = copies === null ? first + row : first;
        cellsOf[test]?.push(row * base.aspects.length + column);
        return [{ criterion, test, kinds: places[test]?.leafKinds ?? 0 }];
      });
      const { key, offered, weight, targets } = capability;
      const items = capability.items?.[column] ?? null;
      const about = { capability: key, aspect, offered, weight, target: targets[column] ?? 0, items };
      return layOutCell(entries, about, base.top);
    }),
  );
  return {
    ...{ testByKey, cells, cellsOf, ...scorerOf(base, cells) },
    isLeftOut: (test) => places[test]?.leftOut === true,
    decided: {
      states: Uint8Array.from(places, ({ state }) => state),
      kinds: Uint8Array.from(places, ({ kinds }) => kinds),
      ...numbersOf(base),
    },
  };
}

/** Beside the places, in their order; nothing where levels are gated. */
function numbersOf({ criteria }: WhatIfBase): Pick<NumberedStates, 'numbers'> {
  if (criteria.every(({ numbers }) => numbers === undefined)) return {};
  const all = criteria.flatMap(({ places, numbers }) => places.map((_, i) => numbers?.[i] ?? Number.NaN));
  return { numbers: Float64Array.from(all) };
}

function scorerOf({ top, floor, claims: given }: WhatIfBase, plans: readonly CellPlan[]) {
  const sums = newLevelSums();
  const loaded = { claims: new Map(given) };
  const weighted = (cells: readonly Cell[]) => cells.map((cell, i) => ({ cell, weight: plans[i]?.weight ?? 0 }));
  return {
    scoreOne: (plan: CellPlan, decided: NumberedStates) => scoreCell({ plan, decided, loaded, top, sums }),
    rollUp: (cells: readonly Cell[]) => ({ cells, percentToTarget: percentToTarget(weighted(cells), floor) }),
  };
}

function criterionOf({ id, level, role, capsAt, copies }: WhatIfBase['criteria'][number]): CellCriterion {
  return { source: { id, level }, role, ofPlatform: copies !== null, capsAt };
}
