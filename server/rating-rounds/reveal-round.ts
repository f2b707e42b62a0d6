import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import {
  clearSealedRatings,
  insertRatings,
  listAssessors,
  markHandedIn,
  moveOpenRound,
  saveAgreement,
} from '#db/queries/rating-rounds.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { recordAudit } from '../people/record-audit.ts';
import { measureAgreement } from './measure-agreement.ts';
import {
  loadRound,
  type Rating,
  readScale,
  refuseEnded,
  roundInput,
  SCOPE,
  type Scale,
  unitKey,
  unitsOf,
} from './round.ts';
import { type Sheet, unsealSheet } from './sealed-ratings.ts';

export const revealRoundInput = roundInput;

const LARGEST_SEED = 2 ** 32;

/**
 * Shows everybody's ratings to everybody at once. They are first ratings from here on and never change; whoever has not
 * handed in is not counted, and what they had begun is deleted. There is no way back.
 */
export async function revealRound(ctx: Context, input: z.output<typeof revealRoundInput>) {
  const { platform, round } = await loadRound(ctx, input, 'editor', SCOPE);
  const revealedBy = await accountOf(ctx);
  const revealedAt = ctx.now().toISOString();
  return ctx.db.transaction().execute(async (trx) => {
    const moved = await moveOpenRound(trx, round.id, { state: 'revealed', revealedBy, revealedAt });
    if (!moved) refuseEnded({ state: round.state === 'open' ? 'revealed' : round.state });
    const assessors = await listAssessors(trx, [round.id]);
    const sheets = assessors
      .map(({ userId, sealed }) => ({ userId, ...open(ctx, { roundId: round.id, userId }, sealed) }))
      .filter(({ handedIn }) => handedIn);
    if (sheets.length < 2) throw new AppError('CONFLICT', tooFew(sheets.length));
    const agreement = agreementOf(readScale(round), sheets);
    await insertRatings(
      trx,
      sheets.flatMap(({ userId, ratings }) => rowsOf(round.id, userId, ratings)),
    );
    await saveAgreement(trx, round.id, JSON.stringify(agreement));
    await markHandedIn(
      trx,
      round.id,
      sheets.map(({ userId }) => userId),
    );
    await clearSealedRatings(trx, round.id);
    const { alpha, reading, seed } = agreement;
    await recordAudit(trx, ctx, {
      action: 'rating-round.reveal',
      platformId: platform.id,
      subject: round.id,
      detail: { title: round.title, rated: sheets.length, asked: assessors.length, alpha, reading, seed },
    });
    return { assessors: sheets.length, agreement };
  });
}

const tooFew = (handedIn: number) =>
  handedIn === 0
    ? 'Nobody has handed in a rating yet, so there is nothing to reveal.'
    : 'Only one person has handed in so far. Wait for another one: agreement takes two.';

function open(ctx: Context, whose: { roundId: string; userId: string }, sealed: string | null): Sheet {
  const sheet = unsealSheet(ctx.secret, whose, sealed);
  if (sheet !== null) return sheet;
  throw new AppError(
    'UNAVAILABLE',
    'The ratings were sealed under another SECRET than this deployment has now. Put it back, or discard the round.',
  );
}

function agreementOf(scale: Scale, sheets: readonly { ratings: readonly Rating[] }[]) {
  const given = sheets.map(({ ratings }) => new Map(ratings.map((one) => [unitKey(one), one.rating])));
  const units = unitsOf(scale).map((unit) => given.map((ratings) => ratings.get(unitKey(unit)) ?? null));
  return measureAgreement(units, stepsOf(scale), randomInt(LARGEST_SEED));
}

/** Every rating that the scale allows: its levels, and half-way between two. */
function stepsOf({ levels }: Scale): number[] {
  const sorted = levels.map(({ level }) => level).toSorted((a, b) => a - b);
  return sorted.flatMap((level, index) => (index === sorted.length - 1 ? [level] : [level, level + 0.5]));
}

function rowsOf(roundId: string, userId: string, ratings: readonly Rating[]) {
  return ratings.map(({ aspect, capability, rating, evidence }) => ({
    ...{ roundId, userId, aspect, capability: capability ?? '', rating },
    evidence: evidence === '' ? null : evidence,
  }));
}
