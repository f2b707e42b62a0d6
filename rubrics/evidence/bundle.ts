import { z } from 'zod';

/**
 * The evidence bundle (docs/scoring.md §2): one self-contained JSON document with everything `score` needs beside the
 * rubric, at one instant `asOf`. Evidence later than `asOf` (observed or received) is not in it.
 * Numbers are in base units: ratio 0…1, duration in seconds, count, points 0…100. Times are RFC 3339 UTC, days `YYYY-MM-DD` (UTC).
 * A `capability` of null means the platform as a whole.
 */
const time = z.iso.datetime();
const capability = z.string().nullable();

export const daySchema = z.strictObject({
  day: z.iso.date(),
  last: z.number(),
  lastAt: time,
  /** when the last value came in: of two values of one time the later received counts */
  lastReceivedAt: time.optional(),
  sum: z.number(),
  count: z.int().min(1),
  min: z.number(),
  max: z.number(),
  /** distribution metrics only: sorted [value to three significant digits, how often] */
  values: z.array(z.tuple([z.number(), z.int().min(1)])).optional(),
});

export const bundleSchema = z.strictObject({
  schema: z.literal('plumbline/bundle/1'),
  platform: z.string(),
  asOf: time,
  settings: z.strictObject({
    capabilities: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        state: z.enum(['offered', 'not_offered']),
        consumption: z.enum(['requested', 'implicit', 'interactive']),
        mandatory: z.boolean(),
        weight: z.number().min(0),
        owner: z.string().nullable(),
      }),
    ),
    /** targets a person has set; every other cell has the pack's default */
    targets: z.array(z.strictObject({ capability: z.string(), aspect: z.string(), level: z.int() })),
    /** of packs that add up answers: what a person has set for single criteria; left out where nothing is set */
    itemTargets: z
      .array(z.strictObject({ capability: z.string(), criterion: z.string(), value: z.number().min(0) }))
      .min(1)
      .optional(),
    /** k: the least group of survey answers that is shown, never below 5 */
    minimumGroup: z.int().min(5),
  }),
  exemptions: z.array(
    z.strictObject({ criterion: z.string(), capability, approvedAt: time, expiresAt: time, selfApproved: z.boolean() }),
  ),
  notApplicable: z.array(
    z.strictObject({ criterion: z.string(), capability, approvedAt: time, selfApproved: z.boolean() }),
  ),
  attestations: z.array(
    z.strictObject({
      criterion: z.string(),
      capability,
      answer: z.string(),
      link: z.string().nullable(),
      answeredAt: time,
      /** null: awaiting review (a `no` needs none) */
      reviewedAt: time.nullable(),
      selfApproved: z.boolean(),
    }),
  ),
  selfAssessment: z.array(
    z.strictObject({ aspect: z.string(), capability, claimed: z.number().min(1).max(9).multipleOf(0.5).nullable() }),
  ),
  metrics: z.array(
    z.strictObject({
      metric: z.string(),
      capability,
      /** only the labels that the catalogue keeps apart */
      labels: z.record(z.string(), z.string()),
      /** ascending */
      days: z.array(daySchema).min(1),
      /** id of the source of the newest value */
      source: z.string(),
    }),
  ),
  /** sources that fail now: their metrics are `source_error` where no value decides */
  sourceErrors: z.array(z.strictObject({ metric: z.string(), capability, since: time, message: z.string() })),
  /** released aggregates, after suppression; never answers */
  surveys: z.array(
    z.strictObject({
      cycle: z.string(),
      question: z.string(),
      capability,
      /** `all`, or the key of a part of the respondents */
      audience: z.string(),
      /** the cycle's close */
      observedAt: time,
      /** N: invited when the cycle opened */
      invited: z.int().min(1),
      /** answers, without "don't know"; null: hidden for anonymity */
      n: z.int().min(0).nullable(),
      /** choice and agreement questions: answers by option; a unanimous small slice is stored 90/10 */
      counts: z.record(z.string(), z.number()).nullable(),
      /** numeric questions: mean and sample standard deviation */
      mean: z.number().nullable(),
      sd: z.number().nullable(),
    }),
  ),
});
export type Bundle = z.infer<typeof bundleSchema>;
export type BundleDay = z.infer<typeof daySchema>;
