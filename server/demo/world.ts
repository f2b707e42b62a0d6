import type { Kysely } from 'kysely';
import { findPlatformByKey } from '#db/queries/catalogue.ts';
import { findUserByEmail, listGrantsOf } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import { rescorePlatform } from '../assessments/rescore-platform.ts';
import type { Actor, Context } from '../context.ts';
import { runTasksHere } from '../tasks/run-task-here.ts';
import { PEOPLE, type PersonKey } from './organisation.ts';

const DAY_MS = 86_400_000;

export type World = {
  /** the operator of the machine */
  operator: Context;
  /** somebody with the roles that they hold at that moment */
  as: (person: PersonKey) => Promise<Context>;
  /** moves the clock to so many days before the end */
  goTo: (daysAgo: number) => void;
  /** an instant so many days before the end */
  instant: (daysAgo: number) => string;
  /** has a platform scored as of now */
  settle: (platform: string) => Promise<void>;
};

type Given = Pick<Context, 'db' | 'secret' | 'publicUrl'> & {
  /** when the demo ends: the present of whoever looks at it */
  end: Date;
};

/** The product's own verbs with a clock that moves. A platform is scored once a step, however much happened to it. */
export function makeWorld({ db, secret, publicUrl, end }: Given): World {
  const clock = { now: new Date(end) };
  const now = () => new Date(clock.now);
  const rescore = async () => {};
  const contextOf = (actor: Actor): Context => {
    const base = { db, now, secret, publicUrl, rescore, actor };
    return { ...base, runTask: runTasksHere(base) };
  };
  return {
    operator: contextOf({ kind: 'system', name: 'demo' }),
    as: async (person) => contextOf(await actorOf(db, person)),
    goTo: (daysAgo) => {
      clock.now = new Date(end.getTime() - daysAgo * DAY_MS);
    },
    instant: (daysAgo) => new Date(end.getTime() - daysAgo * DAY_MS).toISOString(),
    settle: async (platform) => {
      const found = await findPlatformByKey(db, platform);
      if (found !== undefined) await rescorePlatform({ db, now }, found.id);
    },
  };
}

async function actorOf(db: Kysely<Database>, person: PersonKey): Promise<Actor> {
  const user = await findUserByEmail(db, PEOPLE[person].email);
  if (user === undefined) throw new Error(`${PEOPLE[person].name} is not here yet.`);
  return { kind: 'person', id: user.id, name: user.name, grants: await listGrantsOf(db, user.id) };
}
