import { z } from 'zod';
import { round6 } from '../round6.ts';
import { type Flip, flipSchema, flips, type Renamed } from './flips.ts';
import { cellSchema, type PercentToTarget, rubricIdSchema, type Scorecard } from './scorecard.ts';

/** What somebody did to a capability that moved its cells without a criterion flipping. */
export const CAPABILITY_CHANGES = ['added', 'archived', 'offered', 'no_longer_offered'] as const;

const factsSchema = cellSchema.pick({ state: true, level: true, low: true, high: true, coverage: true, target: true });
/** What a comparison needs of a cell. */
export type CellFacts = Readonly<z.infer<typeof factsSchema>>;

export const cellChangeSchema = z.strictObject({
  capability: z.string(),
  aspect: z.string(),
  /** `level`: the level or state differs; `range`: only what is possible or covered; `target`: only the target */
  kind: z.enum(['level', 'range', 'target']),
  /** as it was scored then; null: there was no such cell */
  before: factsSchema.nullable(),
  /** the evidence of then by the rubric of now; under one rubric the same as `before` */
  rebased: factsSchema.nullable(),
  after: factsSchema.nullable(),
  capabilityChange: z.enum(CAPABILITY_CHANGES).nullable(),
  /** what evidence and people changed, from `rebased` to `after` */
  flips: z.array(flipSchema),
  /** what the rubric changed, from `before` to `rebased` */
  rubricFlips: z.array(flipSchema),
});
/** A cell that moved, and why. */
export type CellChange = Readonly<z.infer<typeof cellChangeSchema>>;

const difference = z.number().nullable();
export const comparisonSchema = z.strictObject({
  rubrics: z.strictObject({
    ...{ before: rubricIdSchema, after: rubricIdSchema, changed: z.boolean() },
    /** criteria that live on under another id; absent: none */
    renamed: z.array(z.strictObject({ from: z.string(), to: z.string() })).optional(),
  }),
  /** percent to target, as shares: the whole change and its two parts; null where one side is not known */
  percentToTarget: z.strictObject({ total: difference, evidence: difference, rubric: difference }),
  cells: z.array(cellChangeSchema),
});
/** Two scorecards of one platform against each other (docs/scoring.md §6). */
export type Comparison = Readonly<z.infer<typeof comparisonSchema>>;

/** A scorecard as far as a comparison looks at it. */
export type Snapshot = {
  rubric: Scorecard['rubric'];
  percentToTarget: PercentToTarget;
  cells: readonly (CellFacts & { capability: string; aspect: string })[];
};
type Sides<T> = { before: T; rebased: T; after: T };
type Flips = {
  evidence: readonly Flip[];
  rubric: readonly Flip[];
  anchors: ReadonlySet<string>;
  renamed?: Renamed;
};

/** From this much more or less covered on, a cell is worth a look though its level stands. */
const MUCH_COVERAGE = 0.25;

/** All of a scorecard that is compared. */
type Compared = Omit<Scorecard, 'bundleSha256'>;

/**
 * Compares two scorecards. Under two rubrics `rebased` is the old bundle scored with the new rubric, so that every change
 * splits into what the evidence did and what the rubric did. A level never changes without a flip or a change of the capability.
 */
export function compareScorecards(
  before: Compared,
  after: Compared,
  rebased: Compared = before,
  renamed: Renamed = new Map(),
): Comparison {
  const byRubric = rebased === before ? [] : flips(before, rebased, renamed);
  const rubric = byRubric.map((flip) => ({ ...flip, why: 'rubric' as const }));
  const anchors = new Set(
    [...rebased.cells, ...after.cells].flatMap(({ criteria }) =>
      criteria.flatMap(({ id, role }) => (role === 'anchor' ? [id] : [])),
    ),
  );
  return compareSnapshots({ before, rebased, after }, { evidence: flips(rebased, after), rubric, anchors, renamed });
}

/** The same where only snapshots are left of the scorecards; what flipped between them is given, and which criteria are anchors. */
export function compareSnapshots({ before, rebased, after }: Sides<Snapshot>, given: Flips): Comparison {
  const value = ({ percentToTarget }: Snapshot) => percentToTarget.value;
  const places = new Map([after, rebased, before].flatMap(({ cells }) => cells.map((cell) => [nameOf(cell), cell])));
  const [old, anew, now] = [before, rebased, after].map(factsByName);
  const kept = new Set(after.cells.map(({ capability }) => capability));
  const moves = [...places].flatMap(([name, { capability, aspect }]) => {
    const sides = { before: old?.get(name) ?? null, rebased: anew?.get(name) ?? null, after: now?.get(name) ?? null };
    const kind = kindOf(sides);
    if (kind === null) return [];
    const isHere = (flip: Flip) => flip.capability === capability && flip.aspect === aspect;
    const here = { evidence: given.evidence.filter(isHere), rubric: given.rubric.filter(isHere) };
    const capabilityChange = capabilityChangeOf(sides, { ...here, anchors: given.anchors }, kept.has(capability));
    return [{ capability, aspect, kind, ...sides, capabilityChange, flips: here.evidence, rubricFlips: here.rubric }];
  });
  return {
    rubrics: {
      ...{ before: before.rubric, after: after.rubric, changed: before.rubric.sha256 !== after.rubric.sha256 },
      ...renamesOf(given.renamed),
    },
    percentToTarget: {
      total: differenceOf(value(before), value(after)),
      evidence: differenceOf(value(rebased), value(after)),
      rubric: differenceOf(value(before), value(rebased)),
    },
    cells: moves,
  };
}

const renamesOf = (renamed: Renamed = new Map()) =>
  renamed.size === 0 ? {} : { renamed: [...renamed].map(([from, to]) => ({ from, to })) };

const nameOf = (cell: { capability: string; aspect: string }) => `${cell.capability}/${cell.aspect}`;

function factsByName({ cells }: Snapshot): Map<string, CellFacts> {
  return new Map(
    cells.map((cell) => {
      const { state, level, low, high, coverage, target } = cell;
      return [nameOf(cell), { state, level, low, high, coverage, target }];
    }),
  );
}

function differenceOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : round6(after - before);
}

function kindOf({ before, after }: Sides<CellFacts | null>): CellChange['kind'] | null {
  if (before?.level !== after?.level || before?.state !== after?.state) return 'level';
  const covered = Math.abs((after?.coverage ?? 0) - (before?.coverage ?? 0));
  if (before?.low !== after?.low || before?.high !== after?.high || covered >= MUCH_COVERAGE) return 'range';
  return before?.target === after?.target ? null : 'target';
}

/** A failing anchor takes a level as well as a decision does; only without one was it a decision. */
function capabilityChangeOf(
  { before, rebased, after }: Sides<CellFacts | null>,
  { evidence, rubric, anchors }: Flips,
  isKept: boolean,
): CellChange['capabilityChange'] {
  if (after === null) return isKept ? null : 'archived';
  if (before === null) return rebased === null ? 'added' : null;
  if ((before.state === 'not_offered') === (after.state === 'not_offered')) return null;
  const byAnchor = [...evidence, ...rubric].some(({ criterion }) => anchors.has(criterion));
  if (byAnchor) return null;
  return after.state === 'not_offered' ? 'no_longer_offered' : 'offered';
}
