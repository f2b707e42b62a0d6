import type { Job } from '#db/queries/jobs.ts';
import { type JobOutcome, type Running, runJob, takeJob } from './run-next-job.ts';

const MOST_BESIDE = 4;

export type Beside = {
  /** starts what is due, as far as there is room; true: something was started */
  start: () => Promise<boolean>;
  /** resolves when nothing runs any more */
  ended: () => Promise<void>;
};

/** Runs the kinds that wait for others beside the work loop, a few at a time. */
export function makeBeside(running: Running, ended: (outcome: JobOutcome) => void): Beside {
  const open = new Set<Promise<void>>();
  const lane = { only: running.kinds.filter(({ beside }) => beside === true).map(({ kind }) => kind) };

  function run(job: Job): void {
    const done = runJob(running, job)
      // where not even the outcome could be kept, the job's lease ends and another takes it
      .catch((error: unknown) => ({ job, error }))
      .then((outcome) => {
        open.delete(done);
        ended(outcome);
      });
    open.add(done);
  }

  return {
    start: async () => {
      if (open.size >= MOST_BESIDE) return false;
      const job = await takeJob(running.ctx, lane);
      if (job !== null) run(job);
      return job !== null;
    },
    ended: async () => {
      await Promise.all(open);
    },
  };
}
