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
import { markOf, openSheetsTask } from './open-sheets.ts';
import { loadRound, type Rating, refuseEnded, roundInput, SCOPE } from './round.ts';

export const revealRoundInput = roundInput;

const LARGEST_SEED = 2 ** 32;

/**
 * Shows everybody's ratings to everybody at once. They are first ratings from here on and never change; whoever has not
 * handed in is not counted, and what they had begun is deleted. There is no way back. How far they agree is worked out before
 * anything is written, so that nobody waits for it; who rates meanwhile is not passed over.
 */
export async function revealRound(ctx: Context, input: z.output<typeof revealRoundInput>) {
  const { platform, round } = await loadRound(ctx, input, 'editor', SCOPE);
  refuseEnded(round);
  const revealedBy = await accountOf(ctx);
  const revealedAt = ctx.now().toISOString();
  const asked = { platformId: platform.id, roundId: round.id, seed: randomInt(LARGEST_SEED) };
  const { handedIn, agreement, mark } = await ctx.runTask(openSheetsTask, asked);
  return ctx.db.transaction().execute(async (trx) => {
    const moved = await moveOpenRound(trx, round.id, { state: 'revealed', revealedBy, revealedAt });
    if (!moved) refuseEnded({ state: 'revealed' });
    const assessors = await listAssessors(trx, [round.id]);
    if (markOf(assessors) !== mark) throw new AppError('CONFLICT', MEANWHILE);
    await insertRatings(
      trx,
      handedIn.flatMap(({ userId, ratings }) => rowsOf(round.id, userId, ratings)),
    );
    await saveAgreement(trx, round.id, JSON.stringify(agreement));
    await markHandedIn(
      trx,
      round.id,
      handedIn.map(({ userId }) => userId),
    );
    await clearSealedRatings(trx, round.id);
    const { alpha, reading, seed } = agreement;
    await recordAudit(trx, ctx, {
      action: 'rating-round.reveal',
      platformId: platform.id,
      subject: round.id,
      detail: { title: round.title, rated: handedIn.length, asked: assessors.length, alpha, reading, seed },
    });
    return { assessors: handedIn.length, agreement };
  });
}

const MEANWHILE = 'Somebody changed their ratings at this very moment, and nothing was revealed. Reveal once more.';

function rowsOf(roundId: string, userId: string, ratings: readonly Rating[]) {
  return ratings.map(({ aspect, capability, rating, evidence }) => ({
    ...{ roundId, userId, aspect, capability: capability ?? '', rating },
    evidence: evidence === '' ? null : evidence,
  }));
}
