import { findPlatformById } from '#db/queries/catalogue.ts';
import { claimDelivery, type Delivery, listItems, saveDelivery } from '#db/queries/deliveries.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { LIMIT_MS, type Message } from '../notifiers/notifier.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import { english } from './english.ts';
import type { Line, Reader } from './kinds/notice-kind.ts';
import { isNoticeKey, type NoticeKey } from './kinds/registry.ts';
import { type Channels, openChannels } from './open-channels.ts';
import { retryAt } from './retry.ts';
import { searchKind } from './search-kind.ts';
import { oneClickAddress, signUnsubscription, unsubscribePage } from './unsubscribe-token.ts';
import { writeMessage } from './write-message.ts';

/** Longer than an attempt can take, so that no second sender begins the same message. */
const LEASE_MS = 5 * LIMIT_MS;

export type Sent = { sent: number; dropped: number; failed: number };

/**
 * Sends what is due, until nothing is, or the channel turns out to be broken, or `signal` asks to stop. Each message is made
 * anew from what holds and from who may see it at this moment; one with nothing left to say is dropped.
 */
export async function sendNotices(ctx: Context, signal: AbortSignal): Promise<Sent> {
  const channels = openChannels(ctx);
  const result: Sent = { sent: 0, dropped: 0, failed: 0 };
  while (channels.size > 0 && !signal.aborted) {
    const delivery = await claimDelivery(ctx.db, ctx.now().getTime(), LEASE_MS);
    if (delivery === undefined) break;
    const { count, broken } = await sendOne(ctx, { channels, delivery, signal });
    result[count] += 1;
    if (broken) break;
  }
  return result;
}

type Turn = { channels: Channels; delivery: Delivery; signal: AbortSignal };

async function sendOne(
  ctx: Context,
  { channels, delivery, signal }: Turn,
): Promise<{ count: keyof Sent; broken: boolean }> {
  const deliver = channels.get(delivery.channel);
  const message = await composeMessage(ctx, delivery);
  const settled = { settledAtMs: ctx.now().getTime() };
  if (deliver === undefined || message === null) {
    await saveDelivery(ctx.db, delivery.id, { state: 'dropped', error: null, ...settled });
    return { count: 'dropped', broken: false };
  }
  const outcome = await deliver(message, signal);
  if (outcome.state === 'sent') {
    await saveDelivery(ctx.db, delivery.id, { state: 'sent', error: null, ...settled });
    return { count: 'sent', broken: false };
  }
  const again = outcome.state === 'later' ? retryAt(delivery.attempts, ctx.now()) : null;
  const next =
    again === null ? { state: 'given_up' as const, ...settled } : { state: 'ready' as const, runAtMs: again };
  await saveDelivery(ctx.db, delivery.id, { ...next, error: outcome.reason });
  return { count: 'failed', broken: outcome.state === 'later' && outcome.broken };
}

/** What a delivery says now, or null where nothing of it holds any more, or not for this person. */
async function composeMessage(ctx: Context, delivery: Delivery): Promise<Message | null> {
  const platform = await withRubric(ctx.db, await findPlatformById(ctx.db, delivery.platformId));
  if (platform === undefined || !isNoticeKey(delivery.kind)) return null;
  const { findings, readers } = await searchKind(ctx, platform, delivery.kind);
  const reader = readers.get(delivery.userId);
  if (reader === undefined) return null;
  const items = await listItems(ctx.db, delivery.id);
  const lines = findings
    .filter(({ to }) => to.includes(reader.id))
    .filter(({ subject, occasion }) => items.some((item) => item.subject === subject && item.occasion === occasion))
    .map(({ line }) => line);
  if (lines.length === 0) return null;
  const content = writeNotice(ctx, { key: delivery.kind, platform, reader, lines });
  return { id: delivery.id, to: { name: reader.name, address: reader.email }, at: ctx.now(), ...content };
}

type Content = { key: NoticeKey; platform: Platform; reader: Reader; lines: Line[] };

function writeNotice(ctx: Context, { key, platform, reader, lines }: Content) {
  const words = english.kinds[key];
  const token = signUnsubscription(ctx.secret, { subject: reader.id, kind: key });
  const letter = writeMessage({
    subject: words.subject(lines.length, platform.name),
    paragraphs: [english.greeting(reader.name), words.intro(lines.length)],
    items: lines.map(({ title, detail, path }) => ({ title, detail, href: `${ctx.publicUrl}${path}` })),
    footer: english.footer(platform.name),
    unsubscribe: { label: english.unsubscribe, href: unsubscribePage(ctx.publicUrl, token) },
  });
  return { ...letter, unsubscribe: oneClickAddress(ctx.publicUrl, token) };
}
