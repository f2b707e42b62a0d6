import type { Cell, CriterionResult, Scorecard } from './scorecard.ts';
import type { State } from './states.ts';

/** Why a criterion flipped. */
export const FLIP_CAUSES = [
  'new_evidence',
  'stale',
  'source_broken',
  'exemption',
  'applicability',
  'announcement',
  'rubric',
] as const;
export type FlipCause = (typeof FLIP_CAUSES)[number];

/** A criterion that changed its state. Null: it is not in that scorecard. */
export type Flip = {
  id: string;
  role: CriterionResult['role'];
  level: number;
  before: State | null;
  after: State | null;
  because: FlipCause;
};
type Standing = Pick<Cell, 'state' | 'level'>;
/** A cell in which something flipped or whose level changed. Null: the scorecard has no such cell. */
export type CellChange = {
  capability: string;
  aspect: string;
  before: Standing | null;
  after: Standing | null;
  flips: Flip[];
};

/** What moved between two scorecards of one platform, cell by cell, and why (docs/scoring.md §6). */
export function flips(before: Scorecard, after: Scorecard): CellChange[] {
  const name = (cell: Cell) => `${cell.capability}/${cell.aspect}`;
  const old = new Map(before.cells.map((cell) => [name(cell), cell]));
  const kept = new Set(after.cells.map(name));
  const gone = before.cells.filter((cell) => !kept.has(name(cell)));
  const changes = after.cells.map((cell) => changeOf(old.get(name(cell)) ?? null, cell, cell));
  return [...changes, ...gone.map((cell) => changeOf(cell, null, cell))].filter(isChange);
}

function changeOf(before: Cell | null, after: Cell | null, named: Cell): CellChange {
  return {
    capability: named.capability,
    aspect: named.aspect,
    before: before && { state: before.state, level: before.level },
    after: after && { state: after.state, level: after.level },
    flips: before && after ? flipsOf(before, after) : [],
  };
}

const isChange = ({ before, after, flips }: CellChange) =>
  flips.length > 0 || before?.level !== after?.level || before?.state !== after?.state;

function flipsOf(before: Cell, after: Cell): Flip[] {
  const old = new Map(before.criteria.map((one) => [one.id, one]));
  const now = new Map(after.criteria.map((one) => [one.id, one]));
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids.flatMap((id) => {
    const was = old.get(id);
    const is = now.get(id);
    const either = is ?? was;
    if (!either || was?.state === is?.state) return [];
    const because = was && is ? causeOf(was, is) : 'rubric';
    return [
      { id, role: either.role, level: either.level, before: was?.state ?? null, after: is?.state ?? null, because },
    ];
  });
}

function causeOf(was: CriterionResult, is: CriterionResult): FlipCause {
  const either = (state: State) => was.state === state || is.state === state;
  if (either('not_applicable')) return 'applicability';
  if (either('announced')) return 'announcement';
  if (either('exempt')) return 'exemption';
  if (is.reason === 'stale') return 'stale';
  return is.reason === 'source_error' ? 'source_broken' : 'new_evidence';
}
