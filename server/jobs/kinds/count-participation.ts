import { countParticipation as count } from '../../surveys/count-participation.ts';
import type { JobKind } from './job-kind.ts';

/** Counts who takes part in open surveys, once a UTC day. */
export const countParticipation: JobKind = {
  kind: 'count-participation',
  run: async (ctx) => {
    await count(ctx);
  },
};
