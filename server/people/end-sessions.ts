import { z } from 'zod';
import { deleteSessions } from '#db/queries/sessions.ts';
import type { Context } from '../context.ts';
import { idField } from './fields.ts';
import { requirePerson } from './permissions.ts';
import { recordAudit } from './record-audit.ts';

export const endSessionsInput = z.strictObject({
  /** one of one's own sessions; null: all but this one */
  session: idField.nullable(),
});

/** Signs oneself out elsewhere; it takes effect with the next request made there. */
export async function endSessions(ctx: Context, input: z.infer<typeof endSessionsInput>) {
  const me = requirePerson(ctx);
  const ended = await ctx.db.transaction().execute(async (trx) => {
    const which = input.session === null ? { except: me.sessionId ?? '' } : { only: input.session };
    const count = await deleteSessions(trx, me.id, which);
    if (count > 0) {
      await recordAudit(trx, ctx, { action: 'session.end', platformId: null, subject: me.id, detail: { count } });
    }
    return count;
  });
  return { ended };
}
