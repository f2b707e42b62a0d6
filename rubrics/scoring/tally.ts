import { ATTESTATION, COUNTS_AS, COUNTS_MET, DECIDED, IN_FORCE, METRIC, OPEN, OWN_MET, SURVEY } from './codes.ts';
import type { CellPlan } from './plan-cell.ts';

/** What is counted for each level of a cell; one column each. */
export const COLUMNS = {
  required: 0,
  met: 1,
  open: 2,
  ownMet: 3,
  weight: 4,
  metWeight: 5,
  decidedWeight: 6,
  ahead: 7,
  feltRequired: 8,
  feltMet: 9,
  feltWeight: 10,
  feltDecided: 11,
  measuredRequired: 12,
  measuredMet: 13,
  measuredWeight: 14,
  measuredDecided: 15,
} as const;
export const WIDTH = 16;
/** Levels run from 1 to 9. */
export const ROWS = 10;

/** Counts of one cell by level: `tally[level * WIDTH + column]`. */
export type Tally = Int32Array;
export const newTally = (): Tally => new Int32Array(ROWS * WIDTH);

/** Counts the required and supporting criteria of a cell. */
export function countCell(tally: Tally, cell: CellPlan, states: Uint8Array): void {
  tally.fill(0);
  const { tests, levels, weights, soleKinds } = cell;
  for (let i = 0; i < tests.length; i++) {
    const weight = weights[i] ?? 0;
    const counts = COUNTS_AS[states[tests[i] ?? 0] ?? 0] ?? 0;
    if (weight === 0 || (counts & IN_FORCE) === 0) continue;
    const at = (levels[i] ?? 0) * WIDTH;
    const met = counts & COUNTS_MET ? 1 : 0;
    const decided = counts & DECIDED ? weight : 0;
    const required = weight === 2 ? 1 : 0;
    add(tally, at + COLUMNS.required, required);
    add(tally, at + COLUMNS.met, required & met);
    add(tally, at + COLUMNS.open, required & (counts & OPEN ? 1 : 0));
    add(tally, at + COLUMNS.ownMet, required & (counts & OWN_MET ? 1 : 0));
    add(tally, at + COLUMNS.weight, weight);
    add(tally, at + COLUMNS.metWeight, met * weight);
    add(tally, at + COLUMNS.decidedWeight, decided);
    if (counts & OWN_MET) add(tally, at + COLUMNS.ahead, 1);
    const kind = soleKinds[i] ?? 0;
    if (kind === 0 || kind === ATTESTATION) continue;
    const first = at + (kind === SURVEY ? COLUMNS.feltRequired : COLUMNS.measuredRequired);
    add(tally, first, required);
    add(tally, first + 1, required & met);
    add(tally, first + 2, weight);
    add(tally, first + 3, decided);
  }
}

function add(tally: Tally, at: number, amount: number): void {
  tally[at] = (tally[at] ?? 0) + amount;
}

/** One column of one level. */
export const countOf = (tally: Tally, level: number, column: number) => tally[level * WIDTH + column] ?? 0;

/** A column summed over levels `from` to `to`. */
export function sumColumn(tally: Tally, column: number, from: number, to: number): number {
  let sum = 0;
  for (let level = from; level <= to; level++) sum += countOf(tally, level, column);
  return sum;
}

export const KIND_COLUMNS = { [SURVEY]: COLUMNS.feltRequired, [METRIC]: COLUMNS.measuredRequired } as const;
