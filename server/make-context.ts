import type { Actor, Context } from './context.ts';
import { readActor } from './people/read-actor.ts';
import { runtime } from './runtime.ts';
import { runTasksInThread } from './tasks/run-task-in-thread.ts';

/** What verbs get, for an actor already known. */
export function contextFor(actor: Actor): Context {
  const { db, now, rescore, tasks, secret, env } = runtime();
  const runTask = runTasksInThread({ actor, now, ask: tasks.ask });
  return { db, now, rescore, runTask, secret, publicUrl: env.publicUrl, mail: env.mail, actor };
}

/** What verbs get for a request of a browser: the person behind its session cookie. */
export async function makeContext(headers: Headers): Promise<Context> {
  return contextFor(await readActor(runtime(), headers));
}
