import { z } from 'zod';

/** A change of percent to target, as a fraction. */
const points = z.number();
const estimate = z.strictObject({ estimate: z.number(), low: z.number(), high: z.number() });

/** What became of an improvement that an evaluation settled. */
export const settledSchema = z.strictObject({
  state: z.enum(['verified', 'not_confirmed']),
  predicted: points.nullable().describe('null: nothing was scored when it was proposed'),
  measured: points.nullable().describe('null: not confirmed, or nothing to be reached'),
  closedAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime(),
  effortDays: z.number().nullable(),
  actualDays: z.number().nullable(),
});
export type Settled = z.infer<typeof settledSchema>;

export const calibrationSchema = z.strictObject({
  settled: z.int(),
  verified: z.int().describe('of the settled ones'),
  compared: z.int().describe('with a prediction; one that was not confirmed counts as having brought nothing'),
  predicted: points.describe('summed over those that are compared'),
  measured: points.describe('summed over those that are compared'),
  ratio: z.number().nullable().describe('measured over predicted; null: too few, or nothing was predicted'),
  error: estimate
    .nullable()
    .describe("mean of measured less predicted, with Student's interval at 90 %; null: too few"),
  share: estimate.nullable().describe("share verified, with Wilson's interval at 90 %; null: too few"),
  daysToVerify: z.number().nullable().describe('median days from done to verified; null: nothing was verified'),
  effort: z
    .strictObject({ improvements: z.int(), estimated: z.number(), actual: z.number() })
    .nullable()
    .describe('of the improvements of which both are known; null: none'),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** What was predicted and what came of it, of every improvement that an evaluation has settled. */
export const ledgerSchema = z.strictObject({
  needed: z.int().describe('with fewer improvements nothing is said about how good estimates are'),
  items: z
    .array(settledSchema.extend({ id: z.string(), title: z.string(), period: z.string() }))
    .describe('the newest first'),
  quarters: z
    .array(calibrationSchema.extend({ period: z.string() }))
    .describe('by the quarter in which they were settled, the newest first'),
  all: calibrationSchema,
});
export type Ledger = z.infer<typeof ledgerSchema>;
