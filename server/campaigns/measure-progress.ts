import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { type resultsByPlace, standingOf } from '#rubrics/scoring/effect.ts';

type Place = { criterion: string; capability: string };

/** How many places of a campaign are where one wants them, by evidence alone. */
export type Progress = {
  /** in force: what the campaign is measured by */
  of: number;
  reached: number;
  missed: number;
  /** nothing decides it yet */
  open: number;
  /** not applicable or announced */
  outside: number;
  /** the rubric has no such criterion any more */
  gone: number;
};

export function measureProgress(
  places: readonly Place[],
  results: ReturnType<typeof resultsByPlace>,
  known: { has: (criterion: string) => boolean },
): Progress {
  const counts = { reached: 0, missed: 0, open: 0, outside: 0, gone: 0 };
  for (const { criterion, capability } of places) {
    if (!known.has(criterion)) {
      counts.gone += 1;
      continue;
    }
    const result = results.get(keyOf(criterion, capability || null));
    const standing = result === undefined ? null : standingOf(result);
    counts[standing ?? 'outside'] += 1;
  }
  return { of: counts.reached + counts.missed + counts.open, ...counts };
}
