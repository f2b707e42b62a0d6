import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { cellChanges, type Flip } from '#rubrics/scoring/compare.ts';
import { score } from '#rubrics/scoring/score.ts';
import type { Cell, Scorecard } from '#rubrics/scoring/scorecard.ts';
import type { Frozen } from '../assessments/read-frozen.ts';

/** What changed since an earlier quarter; shares of the way to target, null where one side is not known. */
export type Change = {
  period: string;
  rubricChanged: boolean;
  total: number | null;
  evidence: number | null;
  rubric: number | null;
  /** cells whose level differs under today's rubric, with the criteria behind it */
  moved: { capability: string; aspect: string; from: Cell['level']; to: Cell['level']; flips: Flip[] }[];
};

/** Compares two frozen quarters. Under a new rubric the old evidence is scored anew, so that the change splits in two. */
export function compareFrozen(before: Frozen, now: Frozen): Change {
  const rubricChanged = before.scorecard.rubric.sha256 !== now.scorecard.rubric.sha256;
  const baseline: Scorecard = rubricChanged ? score(now.rubric, loadBundle(before.bundle)) : before.scorecard;
  const value = (scorecard: Scorecard) => scorecard.percentToTarget.value;
  return {
    period: before.assessment.period,
    rubricChanged,
    total: difference(value(before.scorecard), value(now.scorecard)),
    evidence: difference(value(baseline), value(now.scorecard)),
    rubric: difference(value(before.scorecard), value(baseline)),
    moved: movedCells(baseline, now.scorecard),
  };
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

function movedCells(before: Scorecard, after: Scorecard): Change['moved'] {
  return cellChanges(before, after).flatMap((change) => {
    const { capability, aspect, before: was, after: is } = change;
    if (was === null || is === null || was.level === is.level) return [];
    return [{ capability, aspect, from: was.level, to: is.level, flips: change.flips }];
  });
}
