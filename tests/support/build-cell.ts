import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';

/** A required criterion of level 2 that is met; what the test is about is given. */
export function buildCriterion(given: Partial<CriterionResult> & { id: string }): CriterionResult {
  return { level: 2, role: 'required', inherited: false, state: 'met', ...given };
}

/** A scored cell at level 2 of target 3; what the test is about is given. */
export function buildCell(given: Partial<Cell> = {}): Cell {
  return {
    ...{ capability: 'data', aspect: 'interfaces', state: 'scored', target: 3 },
    ...{ level: 2, raw: 2, low: 2, high: 2, next: 3, progress: 0.5, position: 2.495 },
    ...{ coverage: 1, confidence: 'high', levelWithoutExemptions: 2 },
    ...{ claimed: null, felt: null, feltCoverage: null, measured: null, measuredCoverage: null },
    ...{ ahead: 0, heldBy: [], unchecked: [], criteria: [] },
    ...given,
  };
}
