import type { Actor, Context } from './context.ts';
import { readActor } from './people/read-actor.ts';
import { runtime } from './runtime.ts';

/** What verbs get, for an actor already known. */
export function contextFor(actor: Actor): Context {
  const { db, now, rescore, secret, env } = runtime();
  return { db, now, rescore, secret, publicUrl: env.publicUrl, actor };
}

/** What verbs get for a request of a browser: the person behind its session cookie. */
export async function makeContext(headers: Headers): Promise<Context> {
  return contextFor(await readActor(runtime(), headers));
}
