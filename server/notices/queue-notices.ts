import { randomUUID } from 'node:crypto';
import { listPlatforms } from '#db/queries/catalogue.ts';
import { insertDelivery, listLastQueued } from '#db/queries/deliveries.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import type { Finding } from './kinds/notice-kind.ts';
import { NOTICE_KEYS, NOTICE_KINDS, type NoticeKey } from './kinds/registry.ts';
import { openChannels } from './open-channels.ts';
import { searchKind } from './search-kind.ts';

export type Queued = { queued: number; failed: { what: string; error: string }[] };

/**
 * Queues what people have not been told yet. What cannot be looked up does not hold up the rest. Without a channel nothing is
 * queued, so that setting one up later does not tell the past.
 */
export async function queueNotices(ctx: Context): Promise<Queued> {
  const result: Queued = { queued: 0, failed: [] };
  const channels = [...openChannels(ctx).keys()];
  if (channels.length === 0) return result;
  for (const row of await listPlatforms(ctx.db)) {
    const platform = await withRubric(ctx.db, row);
    for (const key of NOTICE_KEYS) {
      try {
        for (const channel of channels) result.queued += await queueKind(ctx, { platform, key, channel });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        result.failed.push({ what: `${platform.key} ${key}`, error: reason });
      }
    }
  }
  return result;
}

type Place = { platform: Platform; key: NoticeKey; channel: string };

async function queueKind(ctx: Context, { platform, key: kind, channel }: Place): Promise<number> {
  const { findings, readers, told } = await searchKind(ctx, platform, kind);
  const known = new Set(told.filter((one) => one.channel === channel).map((one) => nameOf(one.userId, one)));
  const fresh = findings.flatMap((finding) => finding.to.map((userId) => ({ userId, finding })));
  const untold = fresh.filter(({ userId, finding }) => readers.has(userId) && !known.has(nameOf(userId, finding)));
  if (untold.length === 0) return 0;
  const queuedAtMs = ctx.now().getTime();
  const last = await listLastQueued(ctx.db, { platformId: platform.id, kind, channel });
  let queued = 0;
  for (const [userId, own] of Map.groupBy(untold, (one) => one.userId)) {
    if (queuedAtMs - (last.get(userId) ?? -Infinity) < NOTICE_KINDS[kind].apartMs) continue;
    const delivery = { id: randomUUID(), channel, kind, userId, platformId: platform.id, queuedAtMs };
    const items = own.map(({ finding: { subject, occasion } }) => ({ subject, occasion }));
    await ctx.db.transaction().execute((trx) => insertDelivery(trx, delivery, items));
    queued += 1;
  }
  return queued;
}

const nameOf = (userId: string, { subject, occasion }: Pick<Finding, 'subject' | 'occasion'>): string =>
  JSON.stringify([userId, subject, occasion]);
