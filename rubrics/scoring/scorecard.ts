import { z } from 'zod';
import { reasonSchema, stateSchema, verdictSchema } from './state-schemas.ts';
import { ROLES } from './states.ts';

/**
 * What `score(rubric, bundle)` returns (docs/scoring.md §§2–5). Numbers have at most 6 decimals.
 * Levels are those of the rubric (1…4 in the CNCF pack), or null with the cell's `state`. Treat a scorecard as read-only: results are shared.
 */
export const SCORING_VERSION = 1;

/** whole where levels are gated, 6 decimals where answers are added up */
const level = z.number().min(0).max(9);
const share = z.number().min(0).max(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const criterionResultSchema = z.strictObject({
  id: z.string(),
  level: z.int().min(1),
  role: z.enum(ROLES),
  /** tested once for the platform, copied into this cell */
  inherited: z.boolean(),
  state: stateSchema,
  /** of an unknown state, and of an unknown own test */
  reason: reasonSchema.optional(),
  /** exempt and announced: what the own test says */
  own: verdictSchema.optional(),
  /** limiters only: tested on evidence older than it should be */
  stale: z.literal(true).optional(),
  /** only in packs that add up answers: what its answer counts; null: not known, or not in force */
  value: z.number().nullable().optional(),
  /** beside `value`: what is aimed at; 0 where it does not apply */
  target: z.number().optional(),
  /** beside `value` of an exempt criterion: what its own answer counts */
  ownValue: z.number().nullable().optional(),
});
export type CriterionResult = Readonly<z.infer<typeof criterionResultSchema>>;

export const cellSchema = z.strictObject({
  capability: z.string(),
  aspect: z.string(),
  /** `not_offered`, `not_applicable`: level, range, progress, coverage and position are null */
  state: z.enum(['scored', 'not_offered', 'not_applicable']),
  level: level.nullable(),
  /** the level before limiters */
  raw: level.nullable(),
  /** the level if every unknown fails and undecided limiters act; null: an anchor may fail */
  low: level.nullable(),
  /** the level if every unknown passes and undecided limiters do not act */
  high: level.nullable(),
  /** the lowest non-empty level above (the next whole level, where answers are added up), or null */
  next: level.nullable(),
  /** met weight over in-force weight on the way to `next` */
  progress: share.nullable(),
  /** level + 0.99 × progress (the level, where answers are added up); for drawing only */
  position: z.number().nullable(),
  /** decided weight over in-force weight of levels 2…next */
  coverage: share.nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  target: level,
  levelWithoutExemptions: level.nullable(),
  /** the self-assessment, 1…4 in steps of 0.5; never enters the level */
  claimed: z.number().nullable(),
  /** the level by the criteria that rest on surveys alone, and how much of their weight is decided */
  felt: level.nullable(),
  feltCoverage: share.nullable(),
  /** the same by metrics alone */
  measured: level.nullable(),
  measuredCoverage: share.nullable(),
  /** criteria met above `next`; they do not lift the level */
  ahead: z.int().min(0),
  /** ids of the limiters that hold the level down */
  heldBy: z.array(z.string()),
  /** ids of the limiters that nothing decides: symptom unchecked */
  unchecked: z.array(z.string()),
  criteria: z.array(criterionResultSchema),
});
export type Cell = Readonly<Omit<z.infer<typeof cellSchema>, 'criteria' | 'heldBy' | 'unchecked'>> & {
  readonly heldBy: readonly string[];
  readonly unchecked: readonly string[];
  readonly criteria: readonly CriterionResult[];
};

export const percentToTargetSchema = z.strictObject({
  value: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
});
export type PercentToTarget = z.infer<typeof percentToTargetSchema>;

export const rubricIdSchema = z.strictObject({ id: z.string(), version: z.string(), sha256 });

export const scorecardSchema = z.strictObject({
  schema: z.literal('plumbline/scorecard/1'),
  /** version of these rules: a change of any output bumps it */
  scoring: z.literal(SCORING_VERSION),
  rubric: rubricIdSchema,
  bundleSha256: sha256,
  asOf: z.iso.datetime(),
  /** by capability key, then aspects in the rubric's order */
  cells: z.array(cellSchema),
  percentToTarget: percentToTargetSchema,
});
export type Scorecard = Readonly<Omit<z.infer<typeof scorecardSchema>, 'cells'>> & { readonly cells: readonly Cell[] };
