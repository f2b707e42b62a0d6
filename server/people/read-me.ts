import { findUser } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { isAdmin, requirePerson } from './permissions.ts';

/** The person who is signed in. */
export async function readMe(ctx: Context) {
  const me = requirePerson(ctx);
  const user = await findUser(ctx.db, me.id);
  return { id: me.id, name: me.name, email: user?.email ?? '', admin: isAdmin(me.grants) };
}
