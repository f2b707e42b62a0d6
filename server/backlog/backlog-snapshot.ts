import { z } from 'zod';
import { IMPROVEMENT_STATES } from './improvement-states.ts';
import { type Ledger, ledgerSchema } from './ledger-schema.ts';

/** A change of percent to target as a fraction: 0.041 is 4.1 points. Null: one of the two sides has no percentage. */
const change = z.number().min(-1).max(1).nullable();

/** A cell that an improvement lifts or lowers, in levels, whole where they are gated; null: not offered, or it does not apply. */
export const cellMoveSchema = z.strictObject({
  capability: z.string(),
  aspect: z.string(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});

/** What an improvement would change if all its criteria were met, on the evidence of `asOf`. */
export const predictedEffectSchema = z.strictObject({
  /** instant of the evidence that it was computed on */
  asOf: z.iso.datetime(),
  value: change,
  low: change,
  high: change,
  cells: z.array(cellMoveSchema),
});
export type PredictedEffect = z.infer<typeof predictedEffectSchema>;

/** What its criteria did change, under the evidence that verified it: that scorecard less the one without their flips. */
export const measuredEffectSchema = predictedEffectSchema.extend({
  /** hash of the bundle that verified it: `bundle?asOf=` gives it again */
  bundleSha256: z.string(),
});
export type MeasuredEffect = z.infer<typeof measuredEffectSchema>;

const backlogOneSchema = z.strictObject({
  schema: z.literal('plumbline/backlog/1'),
  /** the platform's key */
  platform: z.string(),
  at: z.iso.datetime(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      state: z.enum(IMPROVEMENT_STATES),
      /** when it came into that state */
      since: z.iso.datetime(),
      /** a person by account only: a frozen document is kept for ever, a name may have to be forgotten (`nameOwners`) */
      owner: z
        .strictObject({ kind: z.enum(['person', 'team']), key: z.string(), name: z.string().nullable() })
        .nullable(),
      dueOn: z.iso.date().nullable(),
      /** person-days */
      effortDays: z.number().min(0).nullable(),
      createdAt: z.iso.datetime(),
      criteria: z.array(
        z.strictObject({
          criterion: z.string(),
          /** the claim in plain words; null: the rubric has no such criterion any more */
          title: z.string().nullable(),
          /** null: the platform as a whole */
          capability: z.string().nullable(),
          capabilityName: z.string().nullable(),
        }),
      ),
      /** null: not known */
      predicted: predictedEffectSchema.nullable(),
      /** null: not verified by then */
      measured: measuredEffectSchema.nullable(),
    }),
  ),
});
const backlogTwoSchema = backlogOneSchema.extend({
  schema: z.literal('plumbline/backlog/2'),
  /** how good the estimates were, of what was settled by then */
  ledger: ledgerSchema,
});

/**
 * A platform's backlog at one instant, to be frozen with a quarter. Items are in the order of their states, then as ranked.
 * What was frozen before the ledger was kept with it stays as it is.
 */
export const backlogSnapshotSchema = z.discriminatedUnion('schema', [backlogOneSchema, backlogTwoSchema]);
export type BacklogSnapshot = z.infer<typeof backlogSnapshotSchema>;

/** The ledger of a snapshot; null: it is from before ledgers were kept. */
export const ledgerOf = (snapshot: BacklogSnapshot): Ledger | null =>
  snapshot.schema === 'plumbline/backlog/2' ? snapshot.ledger : null;
