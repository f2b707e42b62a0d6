import type { Context } from '../context.ts';
import type { JobKind } from './kinds/job-kind.ts';
import { runNextJob } from './run-next-job.ts';
import { NOTHING_SCHEDULED, type Schedule, scheduleJobs } from './schedule-jobs.ts';
import type { RescoreRequest } from './worker-messages.ts';

const TICK_MS = 2_000;

export type WorkLoopParts = {
  ctx: Context;
  kinds: readonly JobKind[];
  rescore: (request: RescoreRequest) => Promise<void>;
  /** tells who asked that a request has been dealt with */
  answer: (requestId: number) => void;
  failed: (error: unknown, what: Record<string, unknown>) => void;
};
export type WorkLoop = { request: (request: RescoreRequest) => void; stop: () => Promise<void> };

/**
 * Does one thing at a time: requests of people first, then the queue, then it waits for the next tick.
 * Requests for one platform that wait together are answered by one recompute, as of the newest of them.
 */
export function startWorkLoop(parts: WorkLoopParts): WorkLoop {
  const waiting: RescoreRequest[] = [];
  let stopping = false;
  let wake: () => void = () => {};
  const done = run();

  async function run(): Promise<void> {
    let schedule = NOTHING_SCHEDULED;
    while (!stopping) {
      await answerRequests(parts, waiting);
      const turn = await takeTurn(parts, schedule);
      schedule = turn.schedule;
      if (!turn.worked && waiting.length === 0 && !stopping) await sleep();
    }
    await answerRequests(parts, waiting);
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, TICK_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    request: (request) => {
      waiting.push(request);
      wake();
    },
    stop: () => {
      stopping = true;
      wake();
      return done;
    },
  };
}

async function takeTurn(
  { ctx, kinds, failed }: WorkLoopParts,
  last: Schedule,
): Promise<{ worked: boolean; schedule: Schedule }> {
  try {
    const schedule = await scheduleJobs(ctx.db, ctx.now(), last);
    const outcome = await runNextJob(ctx, kinds);
    if (outcome !== null && outcome.error !== null)
      failed(outcome.error, { job: outcome.job.kind, id: outcome.job.id });
    return { worked: outcome !== null, schedule };
  } catch (error) {
    // the database is locked or away for a while: the next tick tries again
    failed(error, { job: 'schedule' });
    return { worked: false, schedule: last };
  }
}

async function answerRequests({ rescore, answer, failed }: WorkLoopParts, waiting: RescoreRequest[]): Promise<void> {
  while (waiting.length > 0) {
    const together = takeNextPlatform(waiting);
    const newest = together.reduce((best, request) => (request.asOf > best.asOf ? request : best));
    try {
      await rescore(newest);
    } catch (error) {
      failed(error, { platformId: newest.platformId });
    }
    for (const { id } of together) answer(id);
  }
}

/** Takes the oldest request off the list, with every other one for the same platform. */
function takeNextPlatform(waiting: RescoreRequest[]): [RescoreRequest, ...RescoreRequest[]] {
  const [first, ...rest] = waiting.splice(0);
  if (first === undefined) throw new Error('No request is waiting.');
  waiting.push(...rest.filter(({ platformId }) => platformId !== first.platformId));
  return [first, ...rest.filter(({ platformId }) => platformId === first.platformId)];
}
