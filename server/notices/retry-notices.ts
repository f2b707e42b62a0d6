import { retryTroubled } from '#db/queries/deliveries.ts';
import type { Context } from '../context.ts';
import { requireAdmin } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';

/** Tries everything again that could not be sent; what no longer holds by then is dropped. */
export async function retryNotices(ctx: Context) {
  requireAdmin(ctx, 'admin');
  const retried = await ctx.db.transaction().execute(async (trx) => {
    const retried = await retryTroubled(trx, ctx.now().getTime());
    await recordAudit(trx, ctx, { action: 'notice.retry', platformId: null, subject: null, detail: { retried } });
    return retried;
  });
  return { retried };
}
