import { z } from 'zod';
import type { JobKind } from './job-kind.ts';

const payloadSchema = z.strictObject({ platformId: z.string() });

/** Scores a platform anew: after samples came in, and every hour because evidence goes stale by time alone. */
export const rescore: JobKind = {
  kind: 'rescore',
  run: async (ctx, payload) => {
    await ctx.rescore(payloadSchema.parse(payload).platformId);
  },
};
