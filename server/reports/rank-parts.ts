import type { PercentToTarget } from '#rubrics/scoring/scorecard.ts';

type Ranked = { key: string; name: string; toTarget: PercentToTarget };

/** The part that is closest to its targets and the one furthest from them; the same one where all are equal. */
export function rankParts<P extends Ranked>(parts: readonly P[]): { best: P | null; worst: P | null } {
  const known = parts.filter(({ toTarget }) => toTarget.value !== null);
  const value = ({ toTarget }: P) => toTarget.value ?? 0;
  const sorted = known.toSorted((a, b) => value(b) - value(a));
  const best = sorted[0] ?? null;
  const last = sorted.at(-1) ?? null;
  const even = best !== null && last !== null && value(best) === value(last);
  return { best, worst: even ? best : last };
}
