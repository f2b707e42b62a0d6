import type { Criterion } from '#rubrics/pack.ts';
import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';

/** An exemption that counts now. */
type Standing = { criterion: string; capability: string | null; expiresAt: string | null };

/** A cell that would stand lower if every exemption in it ended at once. */
export type RestingCell = {
  capability: string;
  aspect: string;
  level: number;
  /** null: it would not be offered at all */
  without: number | null;
  /** the criteria that hold it up, by id */
  criteria: string[];
  /** when the first of these ends and the level falls, unless evidence comes; null: none of them ends by itself */
  fallsAt: string | null;
};

/** How many cells stand at a level, and how many of these only by exemptions. */
export type LevelShare = { level: number; cells: number; resting: number };

const isResting = (cell: Cell): cell is Cell & { level: number } =>
  cell.state === 'scored' && cell.level !== null && (cell.levelWithoutExemptions ?? 0) < cell.level;

/** The cells of each level of a rubric with the part that rests on exemptions; cells without a level are not in it. */
export function shareByLevel(cells: readonly Cell[], levels: readonly number[]): LevelShare[] {
  return levels.map((level) => {
    const here = cells.filter((cell) => cell.state === 'scored' && cell.level === level);
    return { level, cells: here.length, resting: here.filter(isResting).length };
  });
}

/** Which cells would fall, to where, and when: the soonest first, what has no end last. */
export function listRestingCells(
  cells: readonly Cell[],
  standing: readonly Standing[],
  rubric: ReadonlyMap<string, Criterion>,
): RestingCell[] {
  const ends = new Map(
    standing.map(({ criterion, capability, expiresAt }) => [`${criterion} ${capability}`, expiresAt]),
  );
  const resting = cells.filter(isResting).map((cell) => {
    const { capability, aspect, level, levelWithoutExemptions: without } = cell;
    const holding = cell.criteria.filter((result) => holdsUp(result, level, rubric.get(result.id)));
    const until = holding.flatMap(({ id, inherited }) => ends.get(`${id} ${inherited ? null : capability}`) ?? []);
    const fallsAt = until.toSorted()[0] ?? null;
    return { capability, aspect, level, without, criteria: holding.map(({ id }) => id), fallsAt };
  });
  return resting.toSorted((a, b) => (a.fallsAt ?? '9').localeCompare(b.fallsAt ?? '9'));
}

/** Whether a level would fall the moment this exemption ends: its own test does not carry what the level asks for. */
function holdsUp({ state, own, role, level: at }: CriterionResult, level: number, criterion?: Criterion): boolean {
  if (state !== 'exempt') return false;
  if (role === 'limiter') return own === 'met' && (criterion?.caps_at ?? 0) < level;
  return own !== 'met' && (role === 'anchor' || (role === 'required' && at <= level));
}
