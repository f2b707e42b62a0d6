import { randomUUID } from 'node:crypto';
import { findUser } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireAdmin, requirePerson } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { english } from './english.ts';
import { openChannels } from './open-channels.ts';
import { writeMessage } from './write-message.ts';

/** Sends a message to the administrator who asks, through every channel, and says at once how that went. */
export async function sendTestMessage(ctx: Context) {
  requireAdmin(ctx, 'admin');
  const me = requirePerson(ctx);
  const user = await findUser(ctx.db, me.id);
  const channels = openChannels(ctx);
  if (channels.size === 0)
    throw new AppError('CONFLICT', 'E-mail is not set up: set SMTP_URL and start Plumbline again.');
  if (user === undefined) throw new AppError('NOT_FOUND', 'There is no such person.');
  const { subject, intro, footer } = english.test;
  const letter = { subject, paragraphs: [english.greeting(user.name), intro], items: [], footer, unsubscribe: null };
  const message = { id: randomUUID(), to: { name: user.name, address: user.email }, ...writeMessage(letter) };
  for (const deliver of channels.values()) {
    const outcome = await deliver({ ...message, unsubscribe: null, at: ctx.now() }, AbortSignal.timeout(20_000));
    if (outcome.state !== 'sent') throw new AppError('UNAVAILABLE', `It could not be sent: ${outcome.reason}`);
  }
  await recordAudit(ctx.db, ctx, { action: 'notice.test', platformId: null, subject: me.id });
  return { address: user.email };
}
