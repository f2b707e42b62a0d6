import type { PercentToTarget } from '#rubrics/scoring/scorecard.ts';

type Ranked = { name: string; toTarget: PercentToTarget };
/** Parts that share a place: their names and how far they are on the way to target. */
export type Place = { names: string[]; value: number };

/** The parts closest to their targets and those furthest from them; null where all are equal or nothing is known. */
export function rankParts(parts: readonly Ranked[]): { best: Place; worst: Place } | null {
  const known = parts.flatMap(({ name, toTarget }) =>
    toTarget.value === null ? [] : [{ name, value: toTarget.value }],
  );
  const values = known.map(({ value }) => value);
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  if (known.length === 0 || highest === lowest) return null;
  const place = (value: number) => ({
    names: known.filter((part) => part.value === value).map(({ name }) => name),
    value,
  });
  return { best: place(highest), worst: place(lowest) };
}
