import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Meter } from '../health/meter.ts';
import { type RescoreRequest, replySchema, type WorkerData, type WorkerRequest } from './worker-messages.ts';

const RESTART_MS = 1_000;
/** Enough that what many scorings leave behind is seldom collected; the rest is more than any bundle needs. */
const YOUNG_MB = 48;
const OLD_MB = 2_048;
/** No change of a person waits longer than this for its score; the score then comes a little later. */
const PATIENCE_MS = 15_000;

export type WorkerHandle = {
  /** has a platform scored as of `now`; resolves when the row is stored, or the failure is */
  rescore: (platformId: string, now: Date) => Promise<void>;
  /** whether the thread is there; one that has ended is started again a moment later */
  isWorking: () => boolean;
  /** lets the worker finish what it is doing; resolves when the thread has ended */
  stop: () => Promise<void>;
};

type Options = Omit<WorkerData, 'logLevel'> & { log: Logger; meter: Pick<Meter, 'scored'> };
type Pending = { request: RescoreRequest; answered: () => void };

/** Starts the worker thread, and starts it again should it ever end by itself; open requests are then asked again. */
export function startWorker({ log, meter, ...workerData }: Options): WorkerHandle {
  const pending = new Map<number, Pending>();
  let stopping = false;
  let lastId = 0;
  let worker = start();

  function start(): Worker {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
      workerData: { ...workerData, logLevel: log.level } satisfies WorkerData,
    });
    thread.on('message', (message) => {
      const reply = replySchema.parse(message);
      if (reply.type === 'scored') return meter.scored(reply.seconds);
      pending.get(reply.id)?.answered();
      pending.delete(reply.id);
    });
    thread.on('error', (error) => log.error({ err: error }, 'the worker thread failed'));
    thread.on('exit', () => {
      if (!stopping) setTimeout(restart, RESTART_MS).unref();
    });
    return thread;
  }

  function restart(): void {
    if (stopping) return;
    worker = start();
    for (const { request } of pending.values()) post(request);
  }

  function post(request: WorkerRequest): void {
    worker.postMessage(request);
  }

  return {
    rescore: (platformId, now) =>
      new Promise((resolve) => {
        lastId += 1;
        const request = { type: 'rescore' as const, id: lastId, platformId, asOf: now.toISOString() };
        const timer = setTimeout(() => {
          log.warn({ platformId }, 'scoring takes long; the change is stored and its score will follow');
          resolve();
        }, PATIENCE_MS);
        const answered = () => {
          clearTimeout(timer);
          resolve();
        };
        pending.set(lastId, { request, answered });
        post(request);
      }),
    isWorking: () => worker.threadId !== -1,
    stop: () => {
      stopping = true;
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      post({ type: 'stop' });
      return worker.threadId === -1 ? Promise.resolve() : ended;
    },
  };
}
