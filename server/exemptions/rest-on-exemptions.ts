import type { Rubric } from '#rubrics/rubric.ts';
import { endExemptions } from '#rubrics/scoring/end-exemptions.ts';
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

/** The cells of each level with the part that rests on exemptions; a level that is not whole counts where it has got to. */
export function shareByLevel(cells: readonly Cell[], levels: readonly number[]): LevelShare[] {
  return levels.map((level) => {
    const here = cells.filter(
      (cell) => cell.state === 'scored' && cell.level !== null && Math.floor(cell.level) === level,
    );
    return { level, cells: here.length, resting: here.filter(isResting).length };
  });
}

/** Which cells would fall, to where, and when: the soonest first, what has no end last. */
export function listRestingCells(cells: readonly Cell[], standing: readonly Standing[], rubric: Rubric): RestingCell[] {
  const known = new Map(
    standing.map(({ criterion, capability, expiresAt }) => [`${criterion} ${capability}`, expiresAt]),
  );
  const endOf = ({ id, inherited }: CriterionResult, capability: string) =>
    known.get(`${id} ${inherited ? null : capability}`) ?? null;
  const resting = cells.filter(isResting).map((cell) => {
    const { capability, aspect, level, levelWithoutExemptions: without } = cell;
    const levelAfter = endingIn(rubric, cell);
    const exempt = cell.criteria.filter(({ state }) => state === 'exempt').map(({ id }) => id);
    const ends = new Map(cell.criteria.map((one) => [one.id, endOf(one, capability)]));
    return {
      ...{ capability, aspect, level, without },
      criteria: exempt.filter((id) => matters(id, exempt, { level, levelAfter })),
      fallsAt: firstFall(ends, (ended) => levelAfter(ended) < level),
    };
  });
  return resting.toSorted((a, b) => (a.fallsAt ?? '9').localeCompare(b.fallsAt ?? '9'));
}

/** When the first of some ends lets a level fall, those before it being over then; null: it outlasts them all. */
function firstFall(ends: ReadonlyMap<string, string | null>, falls: (ended: Ids) => boolean): string | null {
  const times = [...new Set([...ends.values()].filter((at) => at !== null))].toSorted();
  const overAt = (time: string) => new Set([...ends].flatMap(([id, at]) => (at !== null && at <= time ? [id] : [])));
  return times.find((time) => falls(overAt(time))) ?? null;
}

type Ids = ReadonlySet<string>;
/** The level once some exemptions have ended, by the ids of their criteria; where levels are gated any lower one tells a fall. */
type LevelAfter = (ended: Ids) => number;

function endingIn(rubric: Rubric, cell: Cell & { level: number }): LevelAfter {
  if (rubric.rollUp !== 'gated')
    return (ended) => endExemptions(rubric, cell, ({ id }) => ended.has(id)).level ?? rubric.floor;
  const caps = new Map(rubric.criteria.map(({ source, capsAt }) => [source.id, capsAt]));
  const isHeldBy = (one: CriterionResult) => holdsUp(one, cell.level, caps.get(one.id) ?? 0);
  return (ended) => (cell.criteria.some((one) => ended.has(one.id) && isHeldBy(one)) ? cell.level - 1 : cell.level);
}

/** Whether the level falls with an exemption, or falls further with it once all the others have ended. */
function matters(
  id: string,
  exempt: readonly string[],
  { level, levelAfter }: { level: number; levelAfter: LevelAfter },
) {
  const others = new Set(exempt.filter((other) => other !== id));
  return levelAfter(new Set([id])) < level || levelAfter(new Set(exempt)) < levelAfter(others);
}

/** Whether a gated level would fall with this exemption: its own test does not carry what the level asks for. */
function holdsUp({ state, own, role, level: at }: CriterionResult, level: number, cap: number): boolean {
  if (state !== 'exempt') return false;
  if (role === 'limiter') return own === 'met' && cap < level;
  return own !== 'met' && (role === 'anchor' || (role === 'required' && at <= level));
}
