import { listSessions } from '#db/queries/sessions.ts';
import type { Context } from '../context.ts';
import { requirePerson } from './permissions.ts';

/** Where one is signed in. */
export async function listMySessions(ctx: Context) {
  const me = requirePerson(ctx);
  const sessions = await listSessions(ctx.db, me.id, ctx.now().toISOString());
  return sessions.map(({ id, createdAt, ipAddress, userAgent }) => ({
    id,
    createdAt,
    ipAddress,
    userAgent,
    current: id === me.sessionId,
  }));
}
