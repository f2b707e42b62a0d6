import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { openDatabase } from '#db/open.ts';
import { rescorePlatform } from '../assessments/rescore-platform.ts';
import type { Context } from '../context.ts';
import { loadKeptRubrics } from '../rubrics/load-kept-rubrics.ts';
import { runTasksHere } from '../tasks/run-task-here.ts';
import { JOB_KINDS } from './kinds/registry.ts';
import { startWorkLoop } from './work-loop.ts';
import { requestSchema, type WorkerReply, workerDataSchema } from './worker-messages.ts';

/** The worker thread: it has its own connection, so that scoring and other long work never hold up a request. */
async function work(): Promise<void> {
  if (parentPort === null) throw new Error('worker.ts runs as a worker thread.');
  const port = parentPort;
  const { databaseUrl, logLevel, secret, publicUrl, mail } = workerDataSchema.parse(workerData);
  const log = pino({ name: 'plumbline-worker', level: logLevel });
  const { db, close } = await openDatabase(databaseUrl);
  await loadKeptRubrics(db);
  const now = () => new Date();
  const base: Omit<Context, 'runTask'> = {
    db,
    now,
    actor: { kind: 'system', name: 'worker' },
    secret,
    publicUrl,
    mail: mail ?? null,
    rescore: (platformId) => rescorePlatform({ db, now }, platformId),
  };
  const loop = startWorkLoop({
    ctx: { ...base, runTask: runTasksHere(base) },
    kinds: JOB_KINDS,
    rescore: ({ platformId, asOf }) => rescorePlatform({ db, now: () => new Date(asOf) }, platformId),
    answer: (id) => port.postMessage({ type: 'rescored', id } satisfies WorkerReply),
    failed: (error, what) => log.error({ err: error, ...what }, 'background work failed'),
  });
  port.on('message', (message) => {
    const request = requestSchema.parse(message);
    if (request.type === 'rescore') loop.request(request);
    else
      void loop
        .stop()
        .then(close)
        .then(() => port.close());
  });
}

await work();
