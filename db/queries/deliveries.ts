import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, DeliveryTable, NoticeTable } from '../schema.ts';
import { claimFirst } from './claim-first.ts';
import { inChunks } from './in-chunks.ts';
import type { Notice } from './notices.ts';

type Db = Kysely<Database>;
export type Delivery = Selectable<DeliveryTable>;

/** When each person was last written to of one kind about one platform. */
export async function listLastQueued(db: Db, of: { platformId: string; kind: string; channel: string }) {
  const rows = await db
    .selectFrom('delivery')
    .select(['userId', ({ fn }) => fn.max('queuedAtMs').as('queuedAtMs')])
    .where('platformId', '=', of.platformId)
    .where('kind', '=', of.kind)
    .where('channel', '=', of.channel)
    .groupBy('userId')
    .execute();
  return new Map(rows.map(({ userId, queuedAtMs }) => [userId, Number(queuedAtMs)]));
}

type NewDelivery = Pick<Delivery, 'id' | 'channel' | 'kind' | 'userId' | 'platformId' | 'queuedAtMs'>;

/** Queues a message with what it tells; what somebody else has queued meanwhile is left to them. */
export async function insertDelivery(
  trx: Db,
  delivery: NewDelivery,
  items: Pick<Notice, 'subject' | 'occasion'>[],
): Promise<void> {
  const { id, channel, kind, userId, platformId, queuedAtMs } = delivery;
  const fresh = { state: 'ready' as const, runAtMs: queuedAtMs, leaseUntilMs: null, attempts: 0 };
  await trx
    .insertInto('delivery')
    .values({ ...delivery, ...fresh, error: null, settledAtMs: null })
    .execute();
  const rows: Insertable<NoticeTable>[] = items.map((item) => {
    return { deliveryId: id, channel, kind, userId, platformId, ...item };
  });
  for (const chunk of inChunks(rows)) {
    await trx
      .insertInto('notice')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Takes the delivery that waits longest, for one of several senders, until its lease ends. */
export const claimDelivery = (db: Db, nowMs: number, leaseMs: number): Promise<Delivery | undefined> =>
  claimFirst(db, 'delivery', { nowMs, leaseMs });

export function listItems(db: Db, deliveryId: string): Promise<Notice[]> {
  return db.selectFrom('notice').selectAll().where('deliveryId', '=', deliveryId).execute();
}

type Result = Pick<Delivery, 'state' | 'error'> & Partial<Pick<Delivery, 'runAtMs' | 'settledAtMs'>>;

export async function saveDelivery(db: Db, id: string, result: Result): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ ...result, leaseUntilMs: null })
    .where('id', '=', id)
    .execute();
}

// ── what administrators see ─────────────────────────────────────────────────────────────────────────────────────────
/** How many deliveries are in each state; settled ones since an instant. */
export async function countDeliveries(db: Db, sinceMs: number): Promise<Map<Delivery['state'], number>> {
  const rows = await db
    .selectFrom('delivery')
    .select(['state', ({ fn }) => fn.countAll().as('count')])
    .where((or) => or.or([or('settledAtMs', 'is', null), or('settledAtMs', '>=', sinceMs)]))
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

/** What could not be sent, for good or so far, the newest first. */
export function listTroubled(db: Db, limit: number) {
  return db
    .selectFrom('delivery')
    .innerJoin('user', 'user.id', 'delivery.userId')
    .selectAll('delivery')
    .select('user.name')
    .where('error', 'is not', null)
    .where('state', 'in', ['ready', 'running', 'given_up'])
    .orderBy('queuedAtMs', 'desc')
    .orderBy('delivery.id')
    .limit(limit)
    .execute();
}

export async function findLastSent(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('delivery')
    .select(({ fn }) => fn.max('settledAtMs').as('at'))
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Puts everything that failed back at the head of the queue; how many. */
export async function retryTroubled(db: Db, nowMs: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'ready', runAtMs: nowMs, attempts: 0, settledAtMs: null, leaseUntilMs: null })
    .where('error', 'is not', null)
    .where('state', 'in', ['ready', 'given_up'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Forgets what was queued before an instant and has come to its end. */
export async function deleteDeliveriesBefore(db: Db, queuedBeforeMs: number): Promise<void> {
  await db
    .deleteFrom('delivery')
    .where('queuedAtMs', '<', queuedBeforeMs)
    .where('settledAtMs', 'is not', null)
    .execute();
}
