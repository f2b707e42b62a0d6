import { countJobs } from '#db/queries/health.ts';
import { storageErrorOf } from '#db/storage-error.ts';
import type { Context } from '../context.ts';

const PATIENCE_MS = 2_000;
/** Background work that is this late no longer catches up by itself. */
const LATE_MS = 15 * 60_000;

/** Why Plumbline cannot do its work right now; empty: it can. */
export async function checkReady({ db, now }: Pick<Context, 'db' | 'now'>): Promise<string[]> {
  try {
    const { oldestReadyMs } = await within(PATIENCE_MS, countJobs(db));
    const lateMs = oldestReadyMs === null ? 0 : now().getTime() - oldestReadyMs;
    return lateMs > LATE_MS ? [`Background work is ${Math.round(lateMs / 60_000)} minutes late.`] : [];
  } catch (error) {
    return [storageErrorOf(error)?.message ?? 'The database does not answer.'];
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('too slow')), milliseconds);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
