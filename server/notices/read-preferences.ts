import { listPreferencesOf } from '#db/queries/notices.ts';
import type { Context } from '../context.ts';
import { ROLES, requirePerson } from '../people/permissions.ts';
import { NOTICE_KEYS, NOTICE_KINDS } from './kinds/registry.ts';

/** Which notices can reach the person who is signed in, by their roles, and which of them they get. */
export async function readPreferences(ctx: Context) {
  const me = requirePerson(ctx);
  const highest = Math.max(-1, ...me.grants.map(({ role }) => ROLES.indexOf(role)));
  const chosen = new Map((await listPreferencesOf(ctx.db, me.id)).map(({ kind, wanted }) => [kind, wanted === 1]));
  return {
    /** whether this deployment sends anything at all */
    sending: (ctx.mail ?? null) !== null,
    kinds: NOTICE_KEYS.filter((key) => ROLES.indexOf(NOTICE_KINDS[key].least) <= highest).map((key) => {
      return { key, wanted: chosen.get(key) ?? NOTICE_KINDS[key].byDefault };
    }),
  };
}
