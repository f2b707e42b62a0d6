import { z } from 'zod';
import { DIMENSIONS, STATISTICS } from '../pack.ts';
import { OPERATORS } from '../parse-threshold.ts';
import { cellSchema, criterionResultSchema, rubricIdSchema, SCORING_VERSION } from './scorecard.ts';
import { reasonSchema, verdictSchema } from './state-schemas.ts';

/**
 * What `explain(rubric, bundle, cell)` returns: every leaf with what it saw and what it wanted.
 * Values are in base units: ratio 0…1, duration in seconds, count, points 0…100.
 */
const time = z.iso.datetime();
const decided = {
  state: verdictSchema,
  reason: reasonSchema.optional(),
  /** a limiter's leaf, tested on evidence older than it should be */
  stale: z.literal(true).optional(),
};
const seen = {
  value: z.number().nullable(),
  unit: z.enum(DIMENSIONS),
  /** samples (share: Σ denominator) or answers behind the value; null: none, or hidden for anonymity */
  n: z.number().nullable(),
  op: z.enum(OPERATORS),
  threshold: z.number(),
  observedAt: time.nullable(),
  /** whole days between `observedAt` and `asOf` */
  ageDays: z.int().nullable(),
  /** older than this is stale */
  maxAgeDays: z.number(),
};

export const metricTraceSchema = z.strictObject({
  kind: z.literal('metric'),
  ...decided,
  metric: z.string(),
  /** null: the platform as a whole */
  capability: z.string().nullable(),
  statistic: z.enum(STATISTICS),
  where: z.record(z.string(), z.array(z.string())).nullable(),
  label: z.string().nullable(),
  denominator: z.string().nullable(),
  ...seen,
  /** the UTC days that were read, both included */
  window: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  minSamples: z.int(),
  /** too few samples: how many more are missing */
  moreSamples: z.number().nullable(),
  sources: z.array(z.string()),
  sourceError: z.strictObject({ since: time, message: z.string() }).nullable(),
});

export const surveyTraceSchema = z.strictObject({
  kind: z.literal('survey'),
  ...decided,
  question: z.string(),
  capability: z.string().nullable(),
  audience: z.string(),
  statistic: z.enum(['favourable', 'share', 'mean', 'umux-lite']),
  answers: z.array(z.string()).nullable(),
  ...seen,
  invited: z.int().nullable(),
  interval: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      confidence: z.number(),
      /** title of the statistic that gave it */
      method: z.string(),
    })
    .nullable(),
  /** met needs the near end of the interval on this side too */
  floor: z.number(),
  /** inconclusive: the fewest further answers at the same share that would decide; null: none would */
  moreAnswers: z.int().nullable(),
  cycle: z.string().nullable(),
});

export const attestationTraceSchema = z.strictObject({
  kind: z.literal('attestation'),
  ...decided,
  /** the answer that counts: the newest reviewed one, or a "no" */
  answer: z.string().nullable(),
  /** only where it was given to another criterion, of this or another pack, whose answers serve this one too */
  answeredFor: z.string().optional(),
  required: z.string(),
  answers: z.array(z.string()),
  linkRequired: z.boolean(),
  link: z.string().nullable(),
  observedAt: time.nullable(),
  ageDays: z.int().nullable(),
  reviewedAt: time.nullable(),
  expiresAt: time.nullable(),
  selfApproved: z.boolean(),
  /** a newer answer waits for its review */
  awaitingReview: z.boolean(),
});

const combinationFields = {
  kind: z.enum(['all', 'any', 'at_least', 'not']),
  ...decided,
  /** `at_least`: how many children must be met */
  count: z.int().nullable(),
};
export type MetricTrace = z.infer<typeof metricTraceSchema>;
export type SurveyTrace = z.infer<typeof surveyTraceSchema>;
export type AttestationTrace = z.infer<typeof attestationTraceSchema>;
export type CombinationTrace = z.infer<z.ZodObject<typeof combinationFields>> & { children: Trace[] };
export type Trace = MetricTrace | SurveyTrace | AttestationTrace | CombinationTrace;

export const traceSchema: z.ZodType<Trace> = z.lazy(() =>
  z.union([
    metricTraceSchema,
    surveyTraceSchema,
    attestationTraceSchema,
    z.strictObject({ ...combinationFields, children: z.array(traceSchema) }),
  ]),
);

const approval = z.strictObject({ approvedAt: time, selfApproved: z.boolean() });

export const criterionTraceSchema = criterionResultSchema.extend({
  title: z.string(),
  why: z.string(),
  how: z.string(),
  /** announced: counts from the start of this UTC day */
  effectiveFrom: z.iso.date().nullable(),
  /** limiter: the level at which the cell is held while the symptom is met */
  capsAt: z.int().nullable(),
  exemption: approval.extend({ expiresAt: time }).nullable(),
  /** approved by a person; null with state `not_applicable`: the rubric itself leaves this capability out */
  notApplicable: approval.nullable(),
  /** null: every child is left out for this capability */
  test: traceSchema.nullable(),
});
export type CriterionTrace = z.infer<typeof criterionTraceSchema>;

export const explanationSchema = z.strictObject({
  schema: z.literal('plumbline/explanation/1'),
  scoring: z.literal(SCORING_VERSION),
  rubric: rubricIdSchema,
  bundleSha256: z.string(),
  asOf: time,
  cell: cellSchema.omit({ criteria: true }),
  criteria: z.array(criterionTraceSchema),
});
export type Explanation = z.infer<typeof explanationSchema>;
