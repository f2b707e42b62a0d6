import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#db/open.ts';
import { rescorePlatform } from '../assessments/rescore-platform.ts';
import type { Context } from '../context.ts';
import { makeLog } from '../log.ts';
import { loadKeptRubrics } from '../rubrics/load-kept-rubrics.ts';
import { yieldToWeb } from '../tasks/yield-to-web.ts';
import { rescoreMany } from './kinds/rescore-many.ts';
import { runJob, takeJob } from './run-next-job.ts';
import { requestSchema, workerDataSchema } from './worker-messages.ts';

/**
 * A second thread beside the worker, for as long as there is more than one job of which there may be many. It knows nothing
 * but these, so that it is there soon and takes little memory.
 */
async function help(): Promise<void> {
  if (parentPort === null) throw new Error('helper.ts runs as a worker thread.');
  yieldToWeb();
  const { databaseUrl, logLevel, secret, publicUrl } = workerDataSchema.parse(workerData);
  const log = makeLog({ name: 'plumbline-helper', level: logLevel, secret });
  const { db, close } = await openDatabase(databaseUrl);
  await loadKeptRubrics(db);
  const stopping = new AbortController();
  parentPort.on('message', (message) => {
    if (requestSchema.parse(message).type === 'stop') stopping.abort();
  });
  const now = () => new Date();
  const ctx: Context = {
    ...{ db, now, actor: { kind: 'system', name: 'worker' }, secret, publicUrl },
    rescore: (platformId) => rescorePlatform({ db, now }, platformId),
    runTask: async () => {
      throw new Error('The helper runs no tasks.');
    },
  };
  while (!stopping.signal.aborted) {
    const job = await takeJob(ctx, { only: [rescoreMany.kind] });
    if (job === null) break;
    const { error } = await runJob({ ctx, kinds: [rescoreMany], signal: stopping.signal }, job);
    if (error !== null) log.error({ err: error, job: job.kind, id: job.id }, 'background work failed');
  }
  await close();
  parentPort.close();
}

await help();
