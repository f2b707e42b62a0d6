import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor, Context, Role } from '#server/context.ts';
import { runTasksHere } from '#server/tasks/run-task-here.ts';

export type TestContext = Context & {
  /** ids of the platforms that were scored anew, in order */
  rescored: string[];
  /** sets the clock */
  setNow: (at: string) => void;
  /** the same database and clock, another actor */
  as: (actor: Actor) => TestContext;
};

export const START = '2026-11-22T12:00:00.000Z';

/** A person with one role, on every platform unless said otherwise. */
export function person(
  role: Role,
  { id = `${role}-1`, platformId = null as string | null, teamId = null as string | null } = {},
): Actor {
  return { kind: 'person', id, name: `${role} ${id}`, grants: [{ platformId, role, teamId }] };
}

export function token(scopes: string[], platformId: string | null = null, id = 'token-1'): Actor {
  return { kind: 'token', id, name: 'token 1', scopes, platformId, grants: null };
}

/** What a verb needs, with a clock that stands still and a rescore that only counts. */
export function testContext(db: Kysely<Database>, actor: Actor = person('admin'), at: string = START): TestContext {
  const rescored: string[] = [];
  const clock = { now: new Date(at) };
  const forActor = (who: Actor): TestContext => {
    const ctx = contextOf(who);
    return { ...ctx, runTask: runTasksHere(ctx) };
  };
  const contextOf = (who: Actor): Omit<TestContext, 'runTask'> => ({
    db,
    actor: who,
    now: () => new Date(clock.now),
    rescore: async (platformId) => {
      rescored.push(platformId);
    },
    secret: 'a secret of tests, long enough to be one',
    publicUrl: 'http://127.0.0.1:3000',
    rescored,
    setNow: (time) => {
      clock.now = new Date(time);
    },
    as: forActor,
  });
  return forActor(actor);
}
