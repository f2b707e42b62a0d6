import { claimJob, hasClaimableJob, type Job, type JobLane, saveJobDone, saveJobFailed } from '#db/queries/jobs.ts';
import type { Context } from '../context.ts';
import type { JobKind } from './kinds/job-kind.ts';

const LEASE_MS = 10 * 60_000;
const MAX_ATTEMPTS = 6;
const FIRST_RETRY_MS = 15_000;

export type JobOutcome = { job: Job; error: unknown };
export type Running = { ctx: Context; kinds: readonly JobKind[]; signal: AbortSignal };

/** Runs one job from the queue, if one is due, and says how it went. A failed job is tried again ever later, at most six times. */
export async function runNextJob(ctx: Context, kinds: readonly JobKind[]): Promise<JobOutcome | null> {
  const job = await takeJob(ctx, { except: [] });
  return job === null ? null : runJob({ ctx, kinds, signal: new AbortController().signal }, job);
}

/** Takes the job of a lane that has waited longest; null: none is due. */
export async function takeJob({ db, now }: Pick<Context, 'db' | 'now'>, lane: JobLane): Promise<Job | null> {
  const nowMs = now().getTime();
  if (!(await hasClaimableJob(db, lane, nowMs))) return null;
  return (await claimJob(db, lane, { nowMs, leaseMs: LEASE_MS })) ?? null;
}

/** Runs a job that was taken, and keeps how it went. */
export async function runJob({ ctx, kinds, signal }: Running, job: Job): Promise<JobOutcome> {
  try {
    const kind = kinds.find((known) => known.kind === job.kind);
    if (kind === undefined) throw new Error(`This version knows no job "${job.kind}".`);
    // its worker died each time: the job itself may be what ends the process
    if (job.attempts > MAX_ATTEMPTS) throw new Error('Gave up: every attempt ended without an answer.');
    // taken just as the service stops: it has not begun, and is due again at the next start
    signal.throwIfAborted();
    await kind.run(ctx, JSON.parse(job.payload), signal);
    await saveJobDone(ctx.db, job.id);
    return { job, error: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const retryAtMs = signal.aborted ? ctx.now().getTime() : retryAt(job.attempts, ctx.now());
    await saveJobFailed(ctx.db, job.id, { error: reason, retryAtMs });
    return { job, error };
  }
}

function retryAt(attempts: number, now: Date): number | null {
  return attempts >= MAX_ATTEMPTS ? null : now.getTime() + FIRST_RETRY_MS * 4 ** (attempts - 1);
}
