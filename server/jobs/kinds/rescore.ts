import { z } from 'zod';
import { rescorePlatforms } from '../../assessments/rescore-platforms.ts';
import type { JobKind } from './job-kind.ts';

const payloadSchema = z.union([
  z.strictObject({ platformId: z.string() }),
  z.strictObject({ platformIds: z.array(z.string()) }),
]);

/** Scores a platform anew, or many at once: after samples came in, and every hour because evidence goes stale by time alone. */
export const rescore: JobKind = {
  kind: 'rescore',
  run: async (ctx, payload) => {
    const given = payloadSchema.parse(payload);
    if ('platformId' in given) await ctx.rescore(given.platformId);
    else await rescorePlatforms(ctx, given.platformIds);
  },
};
