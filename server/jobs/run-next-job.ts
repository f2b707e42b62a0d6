import { claimJob, hasClaimableJob, type Job, saveJobDone, saveJobFailed } from '#db/queries/jobs.ts';
import type { Context } from '../context.ts';
import type { JobKind } from './kinds/job-kind.ts';

const LEASE_MS = 10 * 60_000;
const MAX_ATTEMPTS = 6;
const FIRST_RETRY_MS = 15_000;

export type JobOutcome = { job: Job; error: unknown };

/** Runs one job from the queue, if one is due, and says how it went. A failed job is tried again ever later, at most six times. */
export async function runNextJob(ctx: Context, kinds: readonly JobKind[]): Promise<JobOutcome | null> {
  if (!(await hasClaimableJob(ctx.db, ctx.now().getTime()))) return null;
  const job = await claimJob(ctx.db, ctx.now().getTime(), LEASE_MS);
  if (job === undefined) return null;
  try {
    await runJob(ctx, kinds, job);
    await saveJobDone(ctx.db, job.id);
    return { job, error: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await saveJobFailed(ctx.db, job.id, { error: reason, retryAtMs: retryAt(job.attempts, ctx.now()) });
    return { job, error };
  }
}

async function runJob(ctx: Context, kinds: readonly JobKind[], job: Job): Promise<void> {
  const kind = kinds.find((known) => known.kind === job.kind);
  if (kind === undefined) throw new Error(`This version knows no job "${job.kind}".`);
  // its worker died each time: the job itself may be what ends the process
  if (job.attempts > MAX_ATTEMPTS) throw new Error('Gave up: every attempt ended without an answer.');
  await kind.run(ctx, JSON.parse(job.payload));
}

function retryAt(attempts: number, now: Date): number | null {
  return attempts >= MAX_ATTEMPTS ? null : now.getTime() + FIRST_RETRY_MS * 4 ** (attempts - 1);
}
