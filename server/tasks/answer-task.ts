import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { storageErrorOf } from '#db/storage-error.ts';
import { AppError } from '../errors.ts';
import { TASKS } from './registry.ts';
import { runTasksHere } from './run-task-here.ts';
import type { TaskAnswer, TaskRequest } from './task-messages.ts';

type Given = { db: Kysely<Database>; secret: string; publicUrl: string };

/** Runs the task that a call names, for its actor and at its instant, and puts whatever comes of it into words that cross threads. */
export async function answerTask({ db, secret, publicUrl }: Given, call: Omit<TaskRequest, 'id'>): Promise<TaskAnswer> {
  const { key, input, actor, now } = call;
  const ctx = { db, now: () => new Date(now), actor, secret, publicUrl, rescore: refuseToWrite };
  try {
    const task = TASKS.find((known) => known.key === key);
    if (task === undefined) throw new Error('it is not registered');
    return { kind: 'done', output: await task.run({ ...ctx, runTask: runTasksHere(ctx) }, task.input.parse(input)) };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, message: error.message };
    const storage = storageErrorOf(error);
    if (storage !== null) return { kind: 'refused', code: 'UNAVAILABLE', message: storage.message };
    return { kind: 'failed', reason: error instanceof Error ? `${error.stack}` : String(error) };
  }
}

async function refuseToWrite(): Promise<void> {
  throw new Error('A task changes nothing.');
}
