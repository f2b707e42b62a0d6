import {
  COUNTS_AS,
  COUNTS_MET,
  DECIDED,
  EXEMPT,
  IN_FORCE,
  METRIC,
  OPEN,
  OWN_MET,
  OWN_OPEN,
  SELF_APPROVED,
  STALE_BASE,
  SURVEY,
} from './codes.ts';
import type { States } from './criterion.ts';
import type { CellPlan } from './plan-cell.ts';

/** What the anchors and limiters of a cell say. A cap of 9 holds nothing down. */
export type Gates = {
  anchorFails: boolean;
  anchorOpen: boolean;
  ownAnchorFails: boolean;
  ownAnchorOpen: boolean;
  cap: number;
  lowCap: number;
  highCap: number;
  /** the cap if no limiter were exempt */
  ownCap: number;
  feltCap: number;
  measuredCap: number;
  /** an answer or approval among them that nobody else has looked at */
  selfApproved: boolean;
  /** places in `CellPlan.gates` of the limiters that are met, and of those that nothing decides */
  active: readonly number[];
  unchecked: readonly number[];
};

const NOBODY: readonly number[] = Object.freeze([]);

/** Reads anchors and limiters (docs/scoring.md §4). A stale or undecided limiter acts for low and not for high. */
export function readGates({ gates: { tests, caps, soleKinds } }: CellPlan, { states, kinds }: States): Gates {
  const gates = openGates();
  for (let place = 0; place < tests.length; place++) {
    const test = tests[place] ?? 0;
    const state = states[test] ?? 0;
    const counts = COUNTS_AS[state] ?? 0;
    if ((kinds[test] ?? 0) & SELF_APPROVED) gates.selfApproved = true;
    if ((counts & IN_FORCE) === 0) continue;
    const cap = caps[place] ?? 0;
    if (cap === 0) readAnchor(gates, counts);
    else readLimiter(gates, { cap, counts, stale: state >= STALE_BASE, kind: soleKinds[place] ?? 0, place });
  }
  return gates;
}

function openGates(): Gates {
  return {
    anchorFails: false,
    anchorOpen: false,
    ownAnchorFails: false,
    ownAnchorOpen: false,
    cap: 9,
    lowCap: 9,
    highCap: 9,
    ownCap: 9,
    feltCap: 9,
    measuredCap: 9,
    selfApproved: false,
    active: NOBODY,
    unchecked: NOBODY,
  };
}

function readAnchor(gates: Gates, counts: number): void {
  if (counts & OPEN) gates.anchorOpen = true;
  else if ((counts & COUNTS_MET) === 0) gates.anchorFails = true;
  if (counts & OWN_OPEN) gates.ownAnchorOpen = true;
  else if ((counts & OWN_MET) === 0) gates.ownAnchorFails = true;
}

function readLimiter(
  gates: Gates,
  limiter: { cap: number; counts: number; stale: boolean; kind: number; place: number },
): void {
  const { cap, counts, stale, kind, place } = limiter;
  if (counts & OWN_MET) gates.ownCap = Math.min(gates.ownCap, cap);
  if (counts & EXEMPT) return;
  const decided = (counts & DECIDED) !== 0;
  if (!decided) gates.unchecked = [...gates.unchecked, place];
  if (!decided || stale || counts & OWN_MET) gates.lowCap = Math.min(gates.lowCap, cap);
  if ((counts & OWN_MET) === 0) return;
  gates.cap = Math.min(gates.cap, cap);
  if (!stale) gates.highCap = Math.min(gates.highCap, cap);
  if (kind === SURVEY) gates.feltCap = Math.min(gates.feltCap, cap);
  if (kind === METRIC) gates.measuredCap = Math.min(gates.measuredCap, cap);
  gates.active = [...gates.active, place];
}
