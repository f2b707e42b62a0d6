import { z } from 'zod';
import { answerSetSchema, aspectGroupSchema, aspectPartSchema, rollUpSchema } from './pack-roll-up.ts';

/**
 * The schema of a rubric pack, exactly as its YAML files say it (docs/scoring.md §3).
 * A pack is a folder: `pack.yaml`, `metrics.yaml`, `questions.yaml`, `criteria/<aspect>.yaml`, `locales/<lang>.yaml`.
 * No defaults are filled in here: the rubric's hash covers what was written. Defaults are applied when a pack is compiled.
 */

const key = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'write a kebab-case key such as "self-service-rate"');
const criterionId = z.string().regex(/^[A-Z]{2,5}-\d\.[a-z]$/, 'write an id such as "INT-3.a"');
const level = z
  .int()
  .min(1, 'levels begin at 1: count a scale that begins at 0 one higher, and name its levels as the model does')
  .max(9, 'there are at most nine levels');
/** A number of days, hours or minutes, such as `90d`, `1h`, `30m`. */
const duration = z.string().regex(/^\d+(\.\d+)?(s|m|h|d)$/, 'write a duration such as "90d" or "1h"');
/** An operator and a threshold with its unit, such as `>= 80%`, `<= 1h`, `< 5/100`, `>= 3`. */
const comparison = z
  .string()
  .regex(/^(>=|<=|>|<|=)\s*-?\d/, 'write an operator and a threshold such as ">= 80%" or "<= 1h"');

export const STATISTICS = [
  'latest',
  'mean',
  'sum',
  'min',
  'max',
  'count',
  'p50',
  'p90',
  'p95',
  'p99',
  'distinct',
  'share',
] as const;

/** Tests a statistic of metric values in `(asOf − window, asOf]`. `share` divides Σ metric by Σ denominator. */
export const metricLeafSchema = z.strictObject({
  metric: key,
  statistic: z.enum(STATISTICS),
  is: comparison,
  /** keeps only series whose label has one of these values */
  where: z.record(key, z.array(z.string()).min(1)).optional(),
  /** `distinct` counts the values of this label */
  label: key.optional(),
  /** `share` only: the metric whose sum is the denominator */
  denominator: key.optional(),
  window: duration.optional(),
  max_age: duration.optional(),
  min_samples: z.int().min(1).optional(),
});

/** Tests a released survey aggregate with its interval. */
export const surveyLeafSchema = z.strictObject({
  survey: key,
  statistic: z.enum(['favourable', 'share', 'mean', 'umux-lite']),
  is: comparison,
  /** `share` only: the answers that count */
  answers: z.array(key).min(1).optional(),
  /** which respondents; absent: everybody invited */
  audience: key.optional(),
  confidence: z.string().optional(),
  floor: z.string().optional(),
  max_age: duration.optional(),
});

/** Tests the newest reviewed, unexpired attestation of this criterion. */
export const attestationLeafSchema = z.strictObject({
  /** the least answer that meets the criterion; `yes`, or one of `answers` */
  attestation: key,
  /** the answers offered, from least to most; absent: no, yes */
  answers: z.array(key).min(2).optional(),
  /** instead of `answers`: one of the pack's `answer_sets`, whose answers have names and numbers */
  answer_set: key.optional(),
  /** criteria, of this or another pack, whose answers serve this one too, where they are among the answers offered here */
  shares: z.array(criterionId).min(1).optional(),
  /** an http or https link must stand beside the answer */
  link: z.boolean().optional(),
  valid: duration.optional(),
});

/** When a test (or a child of one) applies to a capability. Every condition named must hold. */
export const appliesToSchema = z.strictObject({
  capabilities: z.array(key).min(1).optional(),
  consumption: z
    .array(z.enum(['requested', 'implicit', 'interactive']))
    .min(1)
    .optional(),
  mandatory: z.boolean().optional(),
});

const withApplies = { applies_to: appliesToSchema.optional() };

export type Test =
  | (z.infer<typeof metricLeafSchema> & { applies_to?: AppliesTo })
  | (z.infer<typeof surveyLeafSchema> & { applies_to?: AppliesTo })
  | (z.infer<typeof attestationLeafSchema> & { applies_to?: AppliesTo })
  | { all: Test[]; applies_to?: AppliesTo }
  | { any: Test[]; applies_to?: AppliesTo }
  | { at_least: { count: number; of: Test[] }; applies_to?: AppliesTo }
  | { not: Test; applies_to?: AppliesTo };
export type AppliesTo = z.infer<typeof appliesToSchema>;
export type MetricLeaf = z.infer<typeof metricLeafSchema>;
export type SurveyLeaf = z.infer<typeof surveyLeafSchema>;
export type AttestationLeaf = z.infer<typeof attestationLeafSchema>;

export const testSchema: z.ZodType<Test> = z.lazy(() =>
  z.union([
    metricLeafSchema.extend(withApplies),
    surveyLeafSchema.extend(withApplies),
    attestationLeafSchema.extend(withApplies),
    z.strictObject({ all: z.array(testSchema).min(1), ...withApplies }),
    z.strictObject({ any: z.array(testSchema).min(1), ...withApplies }),
    z.strictObject({
      at_least: z.strictObject({ count: z.int().min(1), of: z.array(testSchema).min(1) }),
      ...withApplies,
    }),
    z.strictObject({ not: testSchema, ...withApplies }),
  ]),
);

export const criterionSchema = z.strictObject({
  id: criterionId,
  aspect: key,
  level,
  scope: z.enum(['capability', 'platform']),
  role: z.enum(['required', 'supporting', 'anchor', 'limiter']),
  /** limiter only: the level at which the cell is held while the symptom is met */
  caps_at: level.optional(),
  /** the claim, one sentence in plain words */
  title: z.string().min(8).max(140),
  /** why it matters */
  why: z.string().min(20),
  /** how to meet it (limiter: how to get rid of the symptom) */
  how: z.string().min(20),
  /** what must hold, all of it, before any answer but the least may be given */
  quality: z.array(z.string().min(8)).min(1).optional(),
  /** the part of the aspect that it belongs to, in packs whose aspects have parts */
  part: key.optional(),
  test: testSchema,
  applies_to: appliesToSchema.optional(),
  effective_from: z.iso.date().optional(),
  /** person-days to meet it, a first guess that each team overrides */
  effort: z.number().positive().optional(),
  /** what has to be reached first, at the same capability or of the platform: for planning, never for the score */
  needs: z.array(criterionId).min(1).optional(),
  /** the metric or question that would show gaming */
  guard: key.optional(),
  tags: z.array(key).optional(),
  example: z.string().optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** Base units of samples: ratio 0…1, duration in seconds, count, points 0…100. */
export const DIMENSIONS = ['ratio', 'duration', 'count', 'points'] as const;

export const metricDefinitionSchema = z.strictObject({
  key,
  /** `M-05`: the catalogue number */
  number: z.string().regex(/^M-\d\d$/),
  name: z.string(),
  description: z.string().min(20),
  dimension: z.enum(DIMENSIONS),
  /** `level`: each sample is the state at its time; `distribution`: each sample is one observation, percentiles make sense; `increment`: each sample is an amount since the one before */
  kind: z.enum(['level', 'distribution', 'increment']),
  scope: z.enum(['capability', 'platform', 'either']),
  /** labels that stay apart in the bundle; every other label, team included, is combined */
  labels: z.array(key).optional(),
  /** how series that differ in labels combine for `latest` (and `last` of a day): default `newest` */
  combine: z.enum(['newest', 'sum', 'mean', 'min', 'max']).optional(),
  /** what is asked, and what shows it (HEART) */
  goal: z.string().optional(),
  /** SPACE dimension */
  space: z.enum(['satisfaction', 'performance', 'activity', 'communication', 'efficiency']).optional(),
  outcome: z.enum(['output', 'outcome', 'impact']).optional(),
  /** lower is better */
  lowerIsBetter: z.boolean().optional(),
  source: z.string().optional(),
});
export type MetricDefinition = z.infer<typeof metricDefinitionSchema>;

/** A survey question that criteria may test. Its kind is one of `question-types/registry.ts`. */
export const questionSchema = z.strictObject({
  key,
  kind: key,
  text: z.string(),
  /** `capability`: asked about one capability at a time */
  scope: z.enum(['capability', 'platform']),
  options: z.array(z.strictObject({ key, text: z.string() })).optional(),
  source: z.string().optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const packFileSchema = z.strictObject({
  id: key,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'write a version such as "1.0.0"'),
  name: z.string(),
  model: z.strictObject({
    ...{ name: z.string(), version: z.string() },
    url: z.url({ protocol: /^https?$/, error: 'write an address that begins with https://' }),
  }),
  license: z.string(),
  attribution: z.string().min(20),
  /** the level from which distance to target is counted (CNCF 1, SAMM 0) */
  floor: z.int().min(0),
  levels: z.array(z.strictObject({ level, key, name: z.string(), summary: z.string() })).min(2),
  aspects: z
    .array(
      z.strictObject({
        key,
        name: z.string(),
        question: z.string(),
        /** one of `groups` */
        group: key.optional(),
        parts: z.array(aspectPartSchema).min(1).optional(),
        /** the published short name of each cell, by level */
        cells: z.record(z.string(), z.strictObject({ name: z.string(), summary: z.string() })),
      }),
    )
    .min(1),
  /** groups of aspects, in the order in which they are shown */
  groups: z.array(aspectGroupSchema).min(1).optional(),
  /** what the criteria add up to; absent: gated levels */
  roll_up: rollUpSchema.optional(),
  answer_sets: z.array(answerSetSchema).min(1).optional(),
  /** shown to whoever asks that a criterion should not apply */
  not_applicable: z.string().min(20).optional(),
  capabilities: z.array(
    z.strictObject({
      key,
      name: z.string(),
      description: z.string(),
      consumption: z.enum(['requested', 'implicit', 'interactive']),
      mandatory: z.boolean(),
      examples: z.array(z.string()).optional(),
    }),
  ),
  /** where every cell aims unless a platform says otherwise */
  targets: z.strictObject({
    default: level,
    /** the target of these aspects where a capability is mandatory */
    mandatory: z.record(key, level).optional(),
  }),
  /** criteria that have a new id, old id → new id: what was attested, exempted or planned under the old one is carried over */
  renamed: z.record(criterionId, criterionId).optional(),
});
export type PackFile = z.infer<typeof packFileSchema>;

/** A whole pack as written, and as an assessment keeps it: one document. Criteria are sorted by id. */
export const packSchema = z.strictObject({
  pack: packFileSchema,
  metrics: z.array(metricDefinitionSchema),
  questions: z.array(questionSchema),
  criteria: z.array(criterionSchema),
});
export type Pack = z.infer<typeof packSchema>;
