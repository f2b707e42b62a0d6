import { coverageOf } from '#rubrics/scoring/roll-up.ts';
import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';
import type { Reason } from '#rubrics/scoring/states.ts';

/** A capability that rests on little evidence, and what is missing most. */
export type ThinEvidence = { capability: string; coverage: number; reason: Reason; criteria: number };

/** Criteria as they were tested: one of the whole platform counts once, however many cells have a copy. */
function testedOnce(cells: readonly Cell[]): CriterionResult[] {
  const tested = new Map<string, CriterionResult>();
  for (const { capability, criteria } of cells) {
    for (const criterion of criteria)
      tested.set(criterion.inherited ? criterion.id : `${criterion.id} ${capability}`, criterion);
  }
  return [...tested.values()];
}

const isStale = ({ reason, stale }: CriterionResult) => reason === 'stale' || stale === true;

/** How much of what is asked is decided by evidence, and how many criteria rest on old evidence. */
export function measureEvidence(cells: readonly Cell[]): { coverage: number | null; stale: number } {
  return { coverage: coverageOf(cells), stale: testedOnce(cells).filter(isStale).length };
}

function mostFrequent(reasons: Reason[]): { reason: Reason; criteria: number } | null {
  const counts = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => ({
    reason,
    criteria: all.length,
  }));
  return counts.toSorted((a, b) => b.criteria - a.criteria)[0] ?? null;
}

/** Capabilities of which less than half is decided, the thinnest first. */
export function listThinEvidence(cells: readonly Cell[]): ThinEvidence[] {
  const byCapability = Map.groupBy(cells, ({ capability }) => capability);
  return [...byCapability]
    .flatMap(([capability, own]) => {
      const coverage = coverageOf(own);
      const missing = mostFrequent(
        own.flatMap((cell) => cell.criteria.flatMap(({ reason }) => (reason ? [reason] : []))),
      );
      return coverage === null || coverage >= 0.5 || missing === null ? [] : [{ capability, coverage, ...missing }];
    })
    .toSorted((a, b) => a.coverage - b.coverage);
}
