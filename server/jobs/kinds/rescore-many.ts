import { z } from 'zod';
import { rescorePlatforms } from '../../assessments/rescore-platforms.ts';
import type { JobKind } from './job-kind.ts';

const payloadSchema = z.strictObject({ platformIds: z.array(z.string()) });

/** Scores many platforms anew, together. */
export const rescoreMany: JobKind = {
  kind: 'rescore-many',
  run: async (ctx, payload) => {
    await rescorePlatforms(ctx, payloadSchema.parse(payload).platformIds);
  },
};
