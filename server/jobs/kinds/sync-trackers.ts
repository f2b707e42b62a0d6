import { z } from 'zod';
import { syncTracker } from '../../tracking/sync-tracker.ts';
import type { JobKind } from './job-kind.ts';

const payloadSchema = z.strictObject({ trackerId: z.string() });

/** Brings one issue tracker and its improvements in step. What the tracker fails at is kept with it and is no failure of the job. */
export const syncTrackers: JobKind = {
  kind: 'sync-trackers',
  beside: true,
  run: async (ctx, payload, signal) => {
    await syncTracker(ctx, payloadSchema.parse(payload).trackerId, signal);
  },
};
