import { accessSync, constants, statfsSync } from 'node:fs';
import { listAppliedSteps, listUnknownSteps } from '#db/migrate.ts';
import { countJobs, isWritable, listScorecardTimes } from '#db/queries/health.ts';
import { storageErrorOf } from '#db/storage-error.ts';
import type { Context } from '../context.ts';

const PATIENCE_MS = 2_000;
/** Background work that is this late no longer catches up by itself. */
const LATE_MS = 15 * 60_000;
/** Scored every hour: three times nothing is no accident. */
const OLD_MS = 3 * 60 * 60_000;
const LITTLE_BYTES = 256 * 1024 * 1024;

export type Checked = Pick<Context, 'db' | 'now'> & {
  env: { dataDir: string };
  /** whether the thread that scores is there */
  isWorking: () => boolean;
};

/** Why Plumbline cannot do its work right now; empty: it can. Each reason is a sentence that anybody may read. */
export async function checkReady(checked: Checked): Promise<string[]> {
  const here = [
    checked.isWorking() ? null : 'The thread that scores and collects is not running; it is started again.',
    folderProblem(checked.env.dataDir),
  ].filter((reason) => reason !== null);
  try {
    return [...here, ...(await within(PATIENCE_MS, databaseProblems(checked)))];
  } catch (error) {
    return [...here, storageErrorOf(error)?.message ?? 'The database does not answer.'];
  }
}

async function databaseProblems({ db, now }: Checked): Promise<string[]> {
  const nowMs = now().getTime();
  const [steps, writable, jobs, scorecards] = [
    await listAppliedSteps(db),
    await isWritable(db),
    await countJobs(db),
    await listScorecardTimes(db),
  ];
  const lateMs = jobs.oldestReadyMs === null ? 0 : nowMs - jobs.oldestReadyMs;
  const old = scorecards.filter(({ asOf }) => asOf !== null && nowMs - Date.parse(asOf) > OLD_MS);
  return [
    ...(listUnknownSteps(steps).length > 0
      ? ['A newer version of Plumbline has changed the database: start that one.']
      : []),
    ...(writable ? [] : ['The database takes no changes: it is read-only.']),
    ...(lateMs > LATE_MS ? [`Background work is ${Math.round(lateMs / 60_000)} minutes late.`] : []),
    ...(old.length > 0
      ? [`The scores of ${old.length} of ${scorecards.length} platforms are more than three hours old.`]
      : []),
  ];
}

function folderProblem(folder: string): string | null {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LITTLE_BYTES ? 'The disk of the data folder is nearly full.' : null;
  } catch {
    return 'The data folder cannot be written.';
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('too slow')), milliseconds);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
