import type { Context } from '../context.ts';
import type { JobKind } from './kinds/job-kind.ts';
import { type Beside, makeBeside } from './run-beside.ts';
import { type JobOutcome, type Running, runJob, takeJob } from './run-next-job.ts';
import { NOTHING_SCHEDULED, type Schedule, scheduleJobs } from './schedule-jobs.ts';
import type { RescoreRequest } from './worker-messages.ts';

const TICK_MS = 2_000;
const TICKS_OF_REST = 4;

export type WorkLoopParts = {
  ctx: Context;
  kinds: readonly JobKind[];
  rescore: (request: RescoreRequest) => Promise<void>;
  /** tells who asked that a request has been dealt with */
  answer: (requestId: number) => void;
  failed: (error: unknown, what: Record<string, unknown>) => void;
  /** there has been nothing to do for some seconds, after there was */
  rested?: () => void;
};
export type WorkLoop = { request: (request: RescoreRequest) => void; stop: () => Promise<void> };

/**
 * Does one thing at a time: requests of people first, then the queue, then it waits for the next tick. What waits for others
 * outside this machine runs beside it.
 * Requests for one platform that wait together are answered by one recompute, as of the newest of them.
 */
export function startWorkLoop(parts: WorkLoopParts): WorkLoop {
  const waiting: RescoreRequest[] = [];
  const stopping = new AbortController();
  let wake: () => void = () => {};
  const running = { ctx: parts.ctx, kinds: parts.kinds, signal: stopping.signal };
  const beside = makeBeside(running, (outcome) => {
    // what was ended by stopping is no failure
    if (!stopping.signal.aborted) report(parts, outcome);
    wake();
  });
  const done = run();

  async function run(): Promise<void> {
    let schedule = NOTHING_SCHEDULED;
    let restedTicks = 0;
    while (!stopping.signal.aborted) {
      await answerRequests(parts, waiting);
      const turn = await takeTurn({ ...parts, running, beside }, schedule);
      schedule = turn.schedule;
      restedTicks = turn.worked ? 0 : restedTicks + 1;
      if (restedTicks === TICKS_OF_REST) parts.rested?.();
      if (!turn.worked && waiting.length === 0 && !stopping.signal.aborted) await sleep();
    }
    await answerRequests(parts, waiting);
    await beside.ended();
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
      stopping.abort();
      wake();
      return done;
    },
  };
}

async function takeTurn(
  parts: WorkLoopParts & { running: Running; beside: Beside },
  last: Schedule,
): Promise<{ worked: boolean; schedule: Schedule }> {
  const { ctx, kinds, running, beside, failed } = parts;
  try {
    const schedule = await scheduleJobs(ctx.db, ctx.now(), last);
    const started = await beside.start();
    const job = await takeJob(ctx, { except: kinds.filter((kind) => kind.beside === true).map(({ kind }) => kind) });
    if (job !== null) report(parts, await runJob(running, job));
    return { worked: started || job !== null, schedule };
  } catch (error) {
    // the database is locked or away for a while: the next tick tries again
    failed(error, { job: 'schedule' });
    return { worked: false, schedule: last };
  }
}

function report({ failed }: WorkLoopParts, { job, error }: JobOutcome): void {
  if (error !== null) failed(error, { job: job.kind, id: job.id });
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
