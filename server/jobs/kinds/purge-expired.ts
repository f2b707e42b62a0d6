import { deleteDeliveriesBefore } from '#db/queries/deliveries.ts';
import { deleteIdempotencyBefore, deleteLinksExpiredBy, deleteSessionsExpiredBy } from '#db/queries/expired.ts';
import { deleteJobsBefore } from '#db/queries/jobs.ts';
import { deleteEmptyRunsBefore } from '#db/queries/source-runs.ts';
import type { JobKind } from './job-kind.ts';

const DAY_MS = 86_400_000;
const DONE_KEPT_MS = 2 * DAY_MS;
const FAILED_KEPT_MS = 30 * DAY_MS;
/** Runs of sources that brought nothing say how a source did; after so long nobody asks. */
const EMPTY_RUNS_KEPT_MS = 90 * DAY_MS;
/** What was told so long ago may be told again, if it still holds. */
const NOTICES_KEPT_MS = 180 * DAY_MS;
/** So long the page behind an old link still says that it has expired or been used. */
const LINKS_KEPT_MS = 30 * DAY_MS;

/** Deletes what nobody can use any more: idempotency keys after 24 hours, ended sessions, old links and jobs. */
export const purgeExpired: JobKind = {
  kind: 'purge-expired',
  run: async (ctx) => {
    const now = ctx.now();
    await deleteIdempotencyBefore(ctx.db, now.getTime() - DAY_MS);
    await deleteSessionsExpiredBy(ctx.db, now.toISOString());
    await deleteLinksExpiredBy(ctx.db, new Date(now.getTime() - LINKS_KEPT_MS).toISOString());
    await deleteJobsBefore(ctx.db, { state: 'done', runAtMs: now.getTime() - DONE_KEPT_MS });
    await deleteJobsBefore(ctx.db, { state: 'failed', runAtMs: now.getTime() - FAILED_KEPT_MS });
    await deleteEmptyRunsBefore(ctx.db, now.getTime() - EMPTY_RUNS_KEPT_MS);
    await deleteDeliveriesBefore(ctx.db, now.getTime() - NOTICES_KEPT_MS);
  },
};
