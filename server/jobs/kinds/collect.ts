import { z } from 'zod';
import { collectSource } from '../../collection/collect-source.ts';
import type { JobKind } from './job-kind.ts';

const payloadSchema = z.strictObject({ sourceId: z.string() });

/** Asks one source what is due. What the source fails at is kept with its run and is no failure of the job. */
export const collect: JobKind = {
  kind: 'collect',
  beside: true,
  run: async (ctx, payload, signal) => {
    await collectSource(ctx, payloadSchema.parse(payload).sourceId, signal);
  },
};
