import { queueNotices as queue } from '../../notices/queue-notices.ts';
import type { JobKind } from './job-kind.ts';

/** Queues what people are to be told. */
export const queueNotices: JobKind = {
  kind: 'queue-notices',
  run: async (ctx) => {
    const { failed } = await queue(ctx);
    if (failed.length > 0) throw new Error(failed.map(({ what, error }) => `${what}: ${error}`).join(' '));
  },
};
