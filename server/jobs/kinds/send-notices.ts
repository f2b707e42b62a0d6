import { sendNotices as send } from '../../notices/send-notices.ts';
import type { JobKind } from './job-kind.ts';

/** Sends the notices that are due. What cannot be sent stays queued, so this itself does not fail. */
export const sendNotices: JobKind = {
  kind: 'send-notices',
  beside: true,
  run: async (ctx, _, signal) => {
    await send(ctx, signal);
  },
};
