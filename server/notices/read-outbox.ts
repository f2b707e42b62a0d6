import { countDeliveries, findLastSent, listTroubled } from '#db/queries/deliveries.ts';
import type { Context } from '../context.ts';
import { requireAdmin } from '../people/permissions.ts';
import { DAY_MS } from './kinds/notice-kind.ts';
import { isNoticeKey } from './kinds/registry.ts';

const SHOWN = 50;

/** How sending goes, for administrators: through which server, what waits, what was sent in a week, what failed and why. */
export async function readOutbox(ctx: Context) {
  requireAdmin(ctx, 'admin');
  const { mail = null } = ctx;
  const counts = await countDeliveries(ctx.db, ctx.now().getTime() - 7 * DAY_MS);
  const troubled = await listTroubled(ctx.db, SHOWN);
  const lastSentMs = await findLastSent(ctx.db);
  const time = (ms: number) => new Date(ms).toISOString();
  return {
    mail: mail === null ? null : { host: mail.host, port: mail.port, from: mail.from, signsIn: mail.auth !== null },
    /** where the links in messages lead */
    publicUrl: ctx.publicUrl,
    lastSentAt: lastSentMs === null ? null : time(lastSentMs),
    waiting: (counts.get('ready') ?? 0) + (counts.get('running') ?? 0),
    sent: counts.get('sent') ?? 0,
    givenUp: counts.get('given_up') ?? 0,
    troubled: troubled.flatMap(({ id, kind, name, state, attempts, error, queuedAtMs, runAtMs }) =>
      isNoticeKey(kind)
        ? [
            {
              ...{ id, kind, name, attempts, error: error ?? '' },
              queuedAt: time(queuedAtMs),
              /** null: it will not be tried again by itself */
              nextAt: state === 'given_up' ? null : time(runAtMs),
            },
          ]
        : [],
    ),
  };
}
