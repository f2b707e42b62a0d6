import { type Expression, expressionBuilder, type Kysely, type Selectable, type SqlBool } from 'kysely';
import type { Database, JobTable } from '../schema.ts';
import { claimFirst, isWaiting } from './claim-first.ts';

export type Job = Selectable<JobTable>;
/** Which kinds a worker asks for. */
export type JobLane = { only: string[] } | { except: string[] };
export type NewJob = { kind: string; payload: string; dedupeKey: string; runAtMs: number };

/** Adds jobs; one whose key was ever used before is left out. */
export async function insertJobs(db: Kysely<Database>, jobs: NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map((job) => ({ ...job, state: 'ready' as const, attempts: 0, leaseUntilMs: null, error: null }));
  await db
    .insertInto('job')
    .values(rows)
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .execute();
}

/** Takes the job that waits longest, for one of several workers, until its lease ends. */
export const claimJob = (
  db: Kysely<Database>,
  lane: JobLane,
  lease: { nowMs: number; leaseMs: number },
): Promise<Job | undefined> => claimFirst(db, 'job', { ...lease, among: inLane(lane) });

/** Whether a claim would find something, without taking the write lock. */
export async function hasClaimableJob(db: Kysely<Database>, lane: JobLane, nowMs: number): Promise<boolean> {
  const job = await db
    .selectFrom('job')
    .select('id')
    .where((eb) => eb.and([isWaiting(eb, nowMs), inLane(lane)]))
    .limit(1)
    .executeTakeFirst();
  return job !== undefined;
}

function inLane(lane: JobLane): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'job'>();
  const kinds = 'only' in lane ? lane.only : lane.except;
  return kinds.length === 0 ? eb.lit('except' in lane) : eb('kind', 'only' in lane ? 'in' : 'not in', kinds);
}

export async function saveJobDone(db: Kysely<Database>, id: number): Promise<void> {
  await db.updateTable('job').set({ state: 'done', leaseUntilMs: null, error: null }).where('id', '=', id).execute();
}

/** Keeps why a job failed; it runs again at `retryAtMs`, or never where that is null. */
export async function saveJobFailed(
  db: Kysely<Database>,
  id: number,
  failure: { error: string; retryAtMs: number | null },
): Promise<void> {
  const next =
    failure.retryAtMs === null ? { state: 'failed' as const } : { state: 'ready' as const, runAtMs: failure.retryAtMs };
  await db
    .updateTable('job')
    .set({ ...next, leaseUntilMs: null, error: failure.error })
    .where('id', '=', id)
    .execute();
}

export async function deleteJobsBefore(
  db: Kysely<Database>,
  before: { state: 'done' | 'failed'; runAtMs: number },
): Promise<void> {
  await db.deleteFrom('job').where('state', '=', before.state).where('runAtMs', '<', before.runAtMs).execute();
}
