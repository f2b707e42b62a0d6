import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { type TaskAnswer, type TaskRequest, type TaskThreadData, taskReplySchema } from './task-messages.ts';

/** More than any bundle needs; one that needs more ends its thread and not the service. */
const HEAP_MB = 1_024;
const YOUNG_MB = 32;

export type TaskThread = {
  /** one at a time */
  run: (request: TaskRequest) => Promise<TaskAnswer>;
  end: () => Promise<void>;
};

type Options = { data: TaskThreadData; log: Logger; limitMs: number; ended: () => void };

/** Starts one task thread. However it ends, what it was doing is answered. */
export function startTaskThread({ data, log, limitMs, ended }: Options): TaskThread {
  const thread = new Worker(new URL('./task-thread.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: HEAP_MB },
  });
  let answer: (answer: TaskAnswer) => void = () => {};
  let cutShort = 'This could not be finished: the part of Plumbline that computes it stopped. Try again.';
  thread.on('message', (message) => answer(taskReplySchema.parse(message).answer));
  thread.on('error', (error) => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      cutShort = 'This needs more memory than there is.';
    log.error({ err: error }, 'a task thread failed');
  });
  const gone = new Promise<void>((resolve) => {
    thread.on('exit', () => {
      answer({ kind: 'refused', code: 'UNAVAILABLE', message: cutShort });
      ended();
      resolve();
    });
  });
  return {
    run: async (request) => {
      const limit = setTimeout(() => {
        cutShort = `This took longer than ${Math.round(limitMs / 1_000)} seconds and was ended.`;
        void thread.terminate();
      }, limitMs);
      const answered = new Promise<TaskAnswer>((resolve) => {
        answer = resolve;
      });
      thread.postMessage(request);
      return answered.finally(() => clearTimeout(limit));
    },
    end: async () => {
      await thread.terminate();
      await gone;
    },
  };
}
