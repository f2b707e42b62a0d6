import { randomUUID } from 'node:crypto';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { replaceInvitation, restoreInvitation } from '#db/queries/invitations.ts';
import { claimSurveyAddress, type SurveyAddress, saveSurveyMail } from '#db/queries/survey-addresses.ts';
import { findCycleById } from '#db/queries/survey-cycles.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { openChannels } from '../notices/open-channels.ts';
import { retryAt } from '../notices/retry.ts';
import { type Deliver, LIMIT_MS, type Outcome } from '../notifiers/notifier.ts';
import type { Cycle } from './cycle.ts';
import { hashInvitationToken, makeInvitationToken } from './invitation-token.ts';
import { holdOpen } from './issue-invitations.ts';
import { isOpen } from './read-form.ts';
import { slotsOf } from './slot.ts';
import { writeInvitation } from './write-invitation.ts';

const LEASE_MS = 5 * LIMIT_MS;
const HOUR_MS = 3_600_000;

/**
 * Sends the survey mails that are due. Each link is made for its mail and is nowhere but there: the tables get its hash,
 * and the mail is not kept.
 */
export async function sendSurveyMail(ctx: Context, signal: AbortSignal): Promise<{ sent: number; failed: number }> {
  const deliver = openChannels(ctx).get('email');
  const result = { sent: 0, failed: 0 };
  while (deliver !== undefined && !signal.aborted) {
    const due = await claimSurveyAddress(ctx.db, ctx.now().getTime(), LEASE_MS);
    if (due === undefined) break;
    const outcome = await sendOne(ctx, due, { deliver, signal });
    if (outcome === null) continue;
    result[outcome.state === 'sent' ? 'sent' : 'failed'] += 1;
    if (outcome.state === 'later' && outcome.broken) break;
  }
  return result;
}

type Way = { deliver: Deliver; signal: AbortSignal };

/** null: the survey takes no more answers, so there is nothing to send. */
async function sendOne(ctx: Context, due: SurveyAddress, { deliver, signal }: Way): Promise<Outcome | null> {
  const cycle = await findCycleById(ctx.db, due.cycleId);
  const link = cycle !== undefined && isOpen(cycle, ctx.now()) ? await makeLink(ctx, cycle, due) : null;
  if (cycle === undefined || link === null) {
    // the close deletes the address
    await saveSurveyMail(ctx.db, due.id, { state: 'ready', error: null, runAtMs: ctx.now().getTime() + HOUR_MS });
    return null;
  }
  const platform = await findPlatformById(ctx.db, cycle.platformId);
  const timeZone = platform?.timeZone ?? 'UTC';
  const letter = writeInvitation(ctx, { cycle, timeZone, due, link: `${ctx.publicUrl}/s/${link.token}` });
  // another link needs another id, or a receiver might drop the mail with the one that counts
  const message = { id: randomUUID(), to: { name: null, address: due.address }, at: ctx.now(), ...letter };
  const outcome = await deliver(message, signal);
  if (outcome.state !== 'sent' && !outcome.maybeTaken) await takeBack(ctx, link);
  await saveOutcome(ctx, due, outcome);
  return outcome;
}

type Link = { token: string; tokenHash: string; replaced: { id: string; spent: number } };

/** A new link in the place of the one before it, or null where there is no place any more. */
async function makeLink(ctx: Context, cycle: Cycle, { address }: SurveyAddress): Promise<Link | null> {
  const token = makeInvitationToken();
  const tokenHash = hashInvitationToken(token);
  const place = { cycleId: cycle.id, slot: slotsOf(ctx.secret, cycle)(address) };
  try {
    return await ctx.db.transaction().execute(async (trx) => {
      await holdOpen(trx, cycle);
      const replaced = await replaceInvitation(trx, place, tokenHash);
      return replaced === undefined ? null : { token, tokenHash, replaced };
    });
  } catch (error) {
    // the survey was closed meanwhile
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Nobody got the new link, so the one before counts again. */
async function takeBack(ctx: Context, { tokenHash, replaced }: Link): Promise<void> {
  await ctx.db.transaction().execute((trx) => restoreInvitation(trx, tokenHash, replaced));
}

async function saveOutcome(ctx: Context, { id, attempts }: SurveyAddress, outcome: Outcome): Promise<void> {
  if (outcome.state === 'sent') return saveSurveyMail(ctx.db, id, { state: 'sent', error: null });
  const again = outcome.state === 'later' ? retryAt(attempts, ctx.now()) : null;
  const next = again === null ? { state: 'refused' as const } : { state: 'ready' as const, runAtMs: again };
  // who may have got a link may have answered by it: their address stays, and what follows is a reminder
  const reached = outcome.maybeTaken ? { reminder: 1 } : {};
  return saveSurveyMail(ctx.db, id, { ...next, ...reached, error: outcome.reason });
}
