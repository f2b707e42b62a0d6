import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#db/open.ts';
import { loadKeptRubrics } from '../rubrics/load-kept-rubrics.ts';
import { answerTask } from './answer-task.ts';
import { type TaskReply, taskRequestSchema, taskThreadDataSchema } from './task-messages.ts';
import { yieldToWeb } from './yield-to-web.ts';

/** A task thread: a connection that cannot write, the rubrics, and one task after the other. */
async function serve(port: MessagePort): Promise<void> {
  yieldToWeb();
  const { databaseUrl, ...given } = taskThreadDataSchema.parse(workerData);
  const { db } = await openDatabase(databaseUrl, { readOnly: true });
  await loadKeptRubrics(db);
  port.on('message', async (message) => {
    const { id, ...call } = taskRequestSchema.parse(message);
    const answer = await answerTask({ db, ...given }, call);
    port.postMessage({ id, answer } satisfies TaskReply);
  });
}

if (parentPort === null) throw new Error('task-thread.ts runs as a worker thread.');
await serve(parentPort);
