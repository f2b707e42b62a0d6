import { ATTESTATION, KINDS, METRIC, SELF_APPROVED, SURVEY } from './codes.ts';
import type { Gates } from './gates.ts';
import { ATTESTED_ALONE, kindsAt, type LevelSums } from './level-sums.ts';
import type { Cell } from './scorecard.ts';

/**
 * How far a cell's evidence carries, over the decided, non-exempt criteria of levels 2 to `upTo` (docs/scoring.md §4).
 * An answer or approval that nobody else has looked at makes it low; an unchecked symptom keeps it at medium.
 */
export function confidenceOf(sums: LevelSums, gates: Gates, upTo: number): Cell['confidence'] {
  let bits = 0;
  for (let level = 2; level <= upTo; level++) bits |= kindsAt(sums, level);
  return confidenceBy(bits, { selfApproved: gates.selfApproved, unchecked: gates.unchecked.length > 0 });
}

/** The same from the bits of the deciding evidence (codes.ts, ATTESTED_ALONE). */
export function confidenceBy(
  bits: number,
  { selfApproved, unchecked }: { selfApproved: boolean; unchecked: boolean },
): Cell['confidence'] {
  const kinds = bits & KINDS;
  if (kinds === 0) return null;
  if (selfApproved || bits & SELF_APPROVED) return 'low';
  const severalKinds = kinds !== METRIC && kinds !== SURVEY && kinds !== ATTESTATION;
  const attestedAlone = (bits & ATTESTED_ALONE) !== 0;
  if (severalKinds && !attestedAlone) return unchecked ? 'medium' : 'high';
  return severalKinds || !attestedAlone ? 'medium' : 'low';
}
