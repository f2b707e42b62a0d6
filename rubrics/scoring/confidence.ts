import { ATTESTATION, COUNTS_AS, DECIDED, EXEMPT, IN_FORCE, KINDS, METRIC, SELF_APPROVED, SURVEY } from './codes.ts';
import type { States } from './criterion.ts';
import type { CellPlan } from './plan-cell.ts';
import type { Cell } from './scorecard.ts';

/**
 * How far a cell's evidence carries, over the decided, non-exempt criteria of levels 2 to `upTo` (docs/scoring.md §4).
 * An answer or approval that nobody else has looked at makes it low; an unchecked symptom keeps it at medium.
 */
export function confidenceOf(
  cell: CellPlan,
  { states, kinds }: States,
  upTo: number,
  unchecked: boolean,
): Cell['confidence'] {
  let all = 0;
  let attestedOnly = false;
  let selfApproved = false;
  for (let i = 0; i < cell.tests.length; i++) {
    const weight = cell.weights[i] ?? 0;
    const level = cell.levels[i] ?? 0;
    if (weight > 0 && (level < 2 || level > upTo)) continue;
    const test = cell.tests[i] ?? 0;
    const kind = kinds[test] ?? 0;
    if (kind & SELF_APPROVED) selfApproved = true;
    const counts = COUNTS_AS[states[test] ?? 0] ?? 0;
    if (weight === 0 || counts & EXEMPT || (counts & DECIDED) === 0 || (counts & IN_FORCE) === 0) continue;
    all |= kind & KINDS;
    if (weight === 2 && (kind & KINDS) === ATTESTATION) attestedOnly = true;
  }
  if (all === 0) return null;
  if (selfApproved) return 'low';
  const severalKinds = all !== METRIC && all !== SURVEY && all !== ATTESTATION;
  if (severalKinds && !attestedOnly) return unchecked ? 'medium' : 'high';
  return severalKinds || !attestedOnly ? 'medium' : 'low';
}
