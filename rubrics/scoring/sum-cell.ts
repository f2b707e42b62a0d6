import { ATTESTATION, KINDS, STATE_CODES } from './codes.ts';
import type { States } from './criterion.ts';
import { ADDS, ATTESTED_ALONE, type LevelSums, NUMBERS, placeOf } from './level-sums.ts';
import type { CellPlan, KindList } from './plan-cell.ts';

/** Sums the required and supporting criteria of a cell by level. */
export function sumCell(sums: LevelSums, cell: CellPlan, { states, kinds }: States): void {
  sums.fill(0);
  const { tests, bases, ends } = cell.graded;
  let i = 0;
  for (let level = 2; level < ends.length; level++) {
    const end = ends[level] ?? 0;
    let counts = 0;
    let weights = 0;
    let own = 0;
    let bits = 0;
    for (; i < end; i++) {
      const test = tests[i] ?? 0;
      const base = bases[i] ?? 0;
      const at = base + (states[test] ?? 0);
      counts += ADDS.counts[at] ?? 0;
      weights += ADDS.weights[at] ?? 0;
      own += ADDS.own[at] ?? 0;
      const kind = kinds[test] ?? 0;
      bits |= base === 0 && (kind & KINDS) === ATTESTATION ? kind | ATTESTED_ALONE : kind;
    }
    sums[placeOf(level, NUMBERS.counts)] = counts;
    sums[placeOf(level, NUMBERS.weights)] = weights;
    sums[placeOf(level, NUMBERS.own)] = own;
    sums[placeOf(level, NUMBERS.kinds)] = bits;
  }
  sumKind(sums, cell.felt, states, NUMBERS.felt);
  sumKind(sums, cell.measured, states, NUMBERS.measured);
}

/** The same for the criteria that rest on one kind of evidence alone. */
function sumKind(sums: LevelSums, { tests, bases, levels }: KindList, states: Uint8Array, number: number): void {
  for (let i = 0; i < tests.length; i++) {
    const at = (bases[i] ?? 0) + (states[tests[i] ?? 0] ?? 0);
    const place = placeOf(levels[i] ?? 0, number);
    sums[place] = (sums[place] ?? 0) + (ADDS.kind[at] ?? 0);
    sums[place + 1] = (sums[place + 1] ?? 0) + (ADDS.kindDecided[at] ?? 0);
  }
}

/** Where the states of a required (0) and of a supporting criterion start in the tables. */
export const baseOf = (required: boolean) => (required ? 0 : STATE_CODES);
