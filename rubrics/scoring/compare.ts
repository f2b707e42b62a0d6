import { z } from 'zod';
import type { Cell, CriterionResult, Scorecard } from './scorecard.ts';
import { type State, stateSchema } from './states.ts';

/** Why a criterion flipped; `rubric`: it is in only one of two rubrics. */
export const FLIP_CAUSES = [
  'new_evidence',
  'stale_or_expired',
  'source_broken',
  'exemption',
  'applicability',
  'announcement',
  'rubric',
] as const;

export const flipSchema = z.strictObject({
  capability: z.string(),
  aspect: z.string(),
  criterion: z.string(),
  /** null: not in that scorecard */
  before: stateSchema.nullable(),
  after: stateSchema.nullable(),
  why: z.enum(FLIP_CAUSES),
});
/** A criterion of a cell that changed its state. */
export type Flip = z.infer<typeof flipSchema>;

/** A cell whose level or state changed, with the criteria that flipped in it. Null: the scorecard has no such cell. */
export type CellChange = {
  capability: string;
  aspect: string;
  before: Pick<Cell, 'state' | 'level'> | null;
  after: Pick<Cell, 'state' | 'level'> | null;
  flips: Flip[];
};

const nameOf = (cell: Cell) => `${cell.capability}/${cell.aspect}`;

/** What flipped between two scorecards of one platform, by cell and criterion, and why (docs/scoring.md §6). */
export function flips(before: Scorecard, after: Scorecard): Flip[] {
  const old = new Map(before.cells.map((cell) => [nameOf(cell), cell]));
  return after.cells.flatMap((cell) => {
    const was = old.get(nameOf(cell));
    return was ? flipsOf(was, cell, hasOneRubric(before, after)) : [];
  });
}

/** The cells whose level or state changed, each with what flipped in it; a level never changes without a reason. */
export function cellChanges(before: Scorecard, after: Scorecard): CellChange[] {
  const old = new Map(before.cells.map((cell) => [nameOf(cell), cell]));
  const kept = new Set(after.cells.map(nameOf));
  const gone = before.cells.filter((cell) => !kept.has(nameOf(cell)));
  const pairs = [
    ...after.cells.map((cell) => ({ was: old.get(nameOf(cell)) ?? null, is: cell, named: cell })),
    ...gone.map((cell) => ({ was: cell, is: null, named: cell })),
  ];
  return pairs
    .filter(({ was, is }) => was?.level !== is?.level || was?.state !== is?.state)
    .map(({ was, is, named }) => ({
      capability: named.capability,
      aspect: named.aspect,
      before: was && { state: was.state, level: was.level },
      after: is && { state: is.state, level: is.level },
      flips: was && is ? flipsOf(was, is, hasOneRubric(before, after)) : [],
    }));
}

const hasOneRubric = (before: Scorecard, after: Scorecard) => before.rubric.sha256 === after.rubric.sha256;

/** A criterion that only one of two cells has under one rubric is a copy that `applies_to` gives and takes. */
function flipsOf(before: Cell, after: Cell, oneRubric: boolean): Flip[] {
  const old = new Map(before.criteria.map((one) => [one.id, one]));
  const now = new Map(after.criteria.map((one) => [one.id, one]));
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids.flatMap((criterion) => {
    const was = old.get(criterion);
    const is = now.get(criterion);
    if (was?.state === is?.state) return [];
    const why = was && is ? causeOf(was, is) : oneRubric ? 'applicability' : 'rubric';
    return [
      {
        capability: after.capability,
        aspect: after.aspect,
        criterion,
        before: was?.state ?? null,
        after: is?.state ?? null,
        why,
      },
    ];
  });
}

function causeOf(was: CriterionResult, is: CriterionResult): Flip['why'] {
  const either = (state: State) => was.state === state || is.state === state;
  if (either('not_applicable')) return 'applicability';
  if (either('announced')) return 'announcement';
  if (either('exempt')) return 'exemption';
  if (is.reason === 'stale') return 'stale_or_expired';
  return is.reason === 'source_error' ? 'source_broken' : 'new_evidence';
}
