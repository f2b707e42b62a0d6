import { z } from 'zod';
import { STATE_CODES } from './codes.ts';
import type { CellPlan } from './plan-cell.ts';
import type { Cell, CriterionResult, Scorecard } from './scorecard.ts';
import { stateSchema } from './state-schemas.ts';
import type { State } from './states.ts';

/** Why a criterion flipped; `rubric`: the rubric changed, not the evidence. */
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
  /** the id under which the scorecard of before knows it, where the rubric gave it another one since */
  formerly: z.string().optional(),
  /** null: not in that scorecard */
  before: stateSchema.nullable(),
  after: stateSchema.nullable(),
  why: z.enum(FLIP_CAUSES),
  /** where several flips are told as one: the other causes of the way, the first one first */
  earlier: z.array(z.enum(FLIP_CAUSES)).optional(),
  /** a limiter: met means that the symptom is there */
  symptom: z.literal(true).optional(),
  /** in packs that add up answers: what its answer counted and counts, where that differs; null: nobody knows */
  values: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }).optional(),
});
/**
 * A criterion of a cell that changed its state or, where answers are added up, what it counts. Where neither differs the rubric
 * asks it at another level or in another role.
 */
export type Flip = z.infer<typeof flipSchema>;

type Graded = Pick<Scorecard, 'rubric' | 'cells'>;

/** Old id → the id under which a criterion lives on. */
export type Renamed = ReadonlyMap<string, string>;
const NO_RENAMES: Renamed = new Map();

const nameOf = (cell: Cell) => `${cell.capability}/${cell.aspect}`;

/**
 * What flipped between two scorecards of one platform, by cell and criterion, and why (docs/scoring.md §6). A criterion that the
 * rubric of `after` knows under another id is one criterion.
 */
export function flips(before: Graded, after: Graded, renamed: Renamed = NO_RENAMES): Flip[] {
  const old = new Map(before.cells.map((cell) => [nameOf(cell), cell]));
  const oneRubric = before.rubric.sha256 === after.rubric.sha256;
  return after.cells.flatMap((cell) => {
    const was = old.get(nameOf(cell));
    return was && !isUntouched(was, cell) ? flipsOf(was, cell, { oneRubric, renamed }) : [];
  });
}

/**
 * The same between two decisions of one plan: `before` and `after` hold the state code of each of its tests. No cell has to be
 * scored for it.
 */
export function flipsOfStates(cells: readonly CellPlan[], before: Uint8Array, after: Uint8Array): Flip[] {
  const flipped = after.map((code, test) => (code === before[test] ? 0 : 1));
  if (!flipped.includes(1)) return [];
  return cells.flatMap((cell) => {
    const list: Flip[] = [];
    for (let i = 0; i < cell.tests.length; i++) {
      const test = cell.tests[i] ?? 0;
      if (flipped[test] !== 1) continue;
      const was = cell.results[i * STATE_CODES + (before[test] ?? 0)];
      const is = cell.results[i * STATE_CODES + (after[test] ?? 0)];
      if (was && is && was.state !== is.state) list.push(flipOf(cell, { id: is.id, was, is, why: causeOf(was, is) }));
    }
    return list.sort((a, b) => (a.criterion < b.criterion ? -1 : 1));
  });
}

/** Results are shared by all scorecards that a process makes: where each is the very same, nothing has flipped. */
const isUntouched = (before: Cell, after: Cell) =>
  before.criteria.length === after.criteria.length && before.criteria.every((one, i) => one === after.criteria[i]);

type Between = { oneRubric: boolean; renamed: Renamed };

/** A criterion that only one of two cells has under one rubric is a copy that `applies_to` gives and takes. */
function flipsOf(before: Cell, after: Cell, { oneRubric, renamed }: Between): Flip[] {
  const now = new Map(after.criteria.map((one) => [one.id, one]));
  const old = underIdsOf(before, now, renamed);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  const turned = ids.flatMap((id) => {
    const was = old.get(id);
    const is = now.get(id);
    if (isAlike(was, is) && (oneRubric || isAskedAlike(was, is))) return [];
    if (was && is) return [flipOf(after, { id, was, is, why: isAlike(was, is) ? 'rubric' : causeOf(was, is) })];
    return [flipOf(after, { id, was, is, why: oneRubric ? 'applicability' : 'rubric' })];
  });
  if (turned.length > 0 || oneRubric || before.level === after.level) return turned;
  // nothing else is left than where a symptom holds the cell
  const held = [...before.heldBy.map((id) => renamed.get(id) ?? id), ...after.heldBy];
  return ids
    .filter((id) => held.includes(id))
    .map((id) => flipOf(after, { id, was: old.get(id), is: now.get(id), why: 'rubric' }));
}

type Result = CriterionResult | undefined;

const isAlike = (was: Result, is: Result) => was?.state === is?.state && (was?.value ?? null) === (is?.value ?? null);
const isAskedAlike = (was: Result, is: Result) => was?.level === is?.level && was?.role === is?.role;

/** The criteria of a cell by the ids of the other one; of two that became one the first is that one. */
function underIdsOf({ criteria }: Cell, now: ReadonlyMap<string, unknown>, renamed: Renamed) {
  const old = new Map(criteria.map((one) => [one.id, one]));
  for (const one of renamed.size === 0 ? [] : criteria) {
    const id = renamed.get(one.id);
    if (id === undefined || old.has(id) || !now.has(id)) continue;
    old.delete(one.id);
    old.set(id, one);
  }
  return old;
}

type Turn = { id: string; was: Result; is: Result; why: Flip['why'] };

function flipOf({ capability, aspect }: Pick<Cell, 'capability' | 'aspect'>, { id, was, is, why }: Turn): Flip {
  const criterion = was === undefined || was.id === id ? { criterion: id } : { criterion: id, formerly: was.id };
  const values = { before: was?.value ?? null, after: is?.value ?? null };
  const flip = {
    ...{ capability, aspect, ...criterion, before: was?.state ?? null, after: is?.state ?? null, why },
    ...(values.before === values.after ? {} : { values }),
  };
  return (is ?? was)?.role === 'limiter' ? { ...flip, symptom: true as const } : flip;
}

function causeOf(was: CriterionResult, is: CriterionResult): Flip['why'] {
  const either = (state: State) => was.state === state || is.state === state;
  if (either('not_applicable')) return 'applicability';
  if (either('announced')) return 'announcement';
  if (either('exempt')) return 'exemption';
  if (is.reason === 'stale') return 'stale_or_expired';
  return is.reason === 'source_error' ? 'source_broken' : 'new_evidence';
}
