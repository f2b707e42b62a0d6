import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#db/open.ts';
import { rescorePlatform } from '../assessments/rescore-platform.ts';
import type { Context } from '../context.ts';
import { makeLog } from '../log.ts';
import { loadKeptRubrics } from '../rubrics/load-kept-rubrics.ts';
import { runTasksHere } from '../tasks/run-task-here.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { JOB_KINDS } from './kinds/registry.ts';
import { startWorkLoop } from './work-loop.ts';
import { requestSchema, type WorkerReply, workerDataSchema } from './worker-messages.ts';

/** The worker thread: it has its own connection, so that scoring and other long work never hold up a request. */
async function work(): Promise<void> {
  if (parentPort === null) throw new Error('worker.ts runs as a worker thread.');
  const port = parentPort;
  const { databaseUrl, logLevel, secret, publicUrl, mail } = workerDataSchema.parse(workerData);
  const log = makeLog({ name: 'plumbline-worker', level: logLevel, secret });
  const { db, close } = await openDatabase(databaseUrl);
  await loadKeptRubrics(db);
  const now = () => new Date();
  const score = async (platformId: string, at: () => Date) => {
    const startedAt = performance.now();
    await rescorePlatform({ db, now: at }, platformId);
    port.postMessage({ type: 'scored', seconds: (performance.now() - startedAt) / 1000 } satisfies WorkerReply);
  };
  const base: Omit<Context, 'runTask'> = {
    db,
    now,
    actor: { kind: 'system', name: 'worker' },
    secret,
    publicUrl,
    mail: mail ?? null,
    rescore: (platformId) => score(platformId, now),
  };
  const loop = startWorkLoop({
    ctx: { ...base, runTask: runTasksHere(base) },
    kinds: JOB_KINDS,
    rescore: ({ platformId, asOf }) => score(platformId, () => new Date(asOf)),
    answer: (id) => port.postMessage({ type: 'rescored', id } satisfies WorkerReply),
    rested: giveBackMemory,
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
