import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { type CellChange, compareScorecards } from '#rubrics/scoring/compare.ts';
import { groupChanges } from '#rubrics/scoring/group-changes.ts';
import { score } from '#rubrics/scoring/score.ts';
import type { Cell, Scorecard } from '#rubrics/scoring/scorecard.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { underNewIds } from '#rubrics/versions/under-new-ids.ts';
import type { Frozen } from '../assessments/read-frozen.ts';

/** A cell whose level or state changed: from what was published to what is, and why. */
type MovedCell = Pick<CellChange, 'capability' | 'aspect' | 'capabilityChange' | 'flips' | 'rubricFlips'> & {
  from: Pick<Cell, 'state' | 'level'>;
  to: Pick<Cell, 'state' | 'level'>;
  /** 1 rose, −1 fell; 0: it began or ceased to apply, or the capability was withdrawn or offered */
  way: 1 | 0 | -1;
};

/** What changed since an earlier quarter; shares of the way to target, null where one side is not known. */
export type Change = {
  period: string;
  rubricChanged: boolean;
  /** criteria that live on under another id */
  renamed: { from: string; to: string }[];
  total: number | null;
  evidence: number | null;
  rubric: number | null;
  moved: MovedCell[];
  /** keys of the capabilities that only one of the two quarters has */
  added: string[];
  archived: string[];
  /** the earlier quarter under today's rubric */
  baseline: Scorecard;
};

/** Compares two frozen quarters. Under a new rubric the old evidence is scored anew, so that the change splits in two. */
export function compareFrozen(before: Frozen, now: Pick<Frozen, 'rubric' | 'scorecard'>): Change {
  const rubricChanged = before.scorecard.rubric.sha256 !== now.scorecard.rubric.sha256;
  const rebased = rubricChanged ? scoreAnew(before, now.rubric) : before.scorecard;
  const renamed = renameMap(before.rubric.pack, now.rubric.pack);
  const { percentToTarget, cells, rubrics } = compareScorecards(before.scorecard, now.scorecard, rebased, renamed);
  const changed = (how: CellChange['capabilityChange']) => [
    ...new Set(cells.filter((cell) => cell.capabilityChange === how).map(({ capability }) => capability)),
  ];
  return {
    period: before.assessment.period,
    rubricChanged,
    renamed: rubrics.renamed ?? [],
    ...percentToTarget,
    moved: movedCells(cells),
    added: changed('added'),
    archived: changed('archived'),
    baseline: rebased,
  };
}

const scoreAnew = ({ bundle, rubric: then }: Frozen, rubric: Rubric) =>
  score(rubric, underNewIds(loadBundle(bundle), then.pack, rubric.pack));

function movedCells(cells: readonly CellChange[]): MovedCell[] {
  const { rose, fell } = groupChanges(cells);
  return cells.flatMap((cell) => {
    const { kind, before: from, after: to, capability, aspect, capabilityChange, flips, rubricFlips } = cell;
    if (kind !== 'level' || from === null || to === null) return [];
    const way = rose.includes(cell) ? 1 : fell.includes(cell) ? -1 : 0;
    return [{ capability, aspect, from, to, way, capabilityChange, flips, rubricFlips }];
  });
}
