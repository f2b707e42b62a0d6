import { type Minimums, minimumsOf } from './minimums.ts';
import { type Group, slicesOf } from './slices.ts';
import { suppress } from './suppress.ts';

/** A share between two bounds, as ratios; null: too few are invited to say anything. */
export type Band = { from: number; to: number } | null;

const STEPS = [5, 4, 2];

/**
 * How many have answered, as a band wide enough to hold at least k different counts: fifths from 25 invited on, quarters
 * from 20, halves from 10, nothing below (with k = 5). So neither "nobody", "everybody" nor "one more" can be told.
 */
export function bandOf(answered: number, invited: number, minimums: Minimums): Band {
  const { scores } = minimumsOf(minimums);
  const steps = STEPS.find((count) => invited / count >= scores);
  if (steps === undefined) return null;
  const step = Math.min(steps - 1, Math.floor((answered * steps) / invited));
  return { from: step / steps, to: (step + 1) / steps };
}

/**
 * The bands of everybody (group null) and of each team, from one entry for each person invited. A team too small for two
 * bands shows none, nor does one whose band would say something of such a rest of the group above it.
 */
export function participation(
  groups: readonly Group[],
  invitations: readonly { group: string; spent: boolean }[],
  minimums: Minimums,
): { group: string | null; invited: number; band: Band }[] {
  const slices = slicesOf(groups, invitations);
  const shown = suppress(slices, { minimum: 2 * minimumsOf(minimums).scores, givesAway: () => false });
  return slices.map((slice) => {
    const answered = slice.items.filter(({ spent }) => spent).length;
    const band = shown.get(slice) === 'hidden' ? null : bandOf(answered, slice.items.length, minimums);
    return { group: slice.group, invited: slice.items.length, band };
  });
}
