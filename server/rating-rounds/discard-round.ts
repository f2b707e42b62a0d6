import type { z } from 'zod';
import { clearSealedRatings, moveOpenRound } from '#db/queries/rating-rounds.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import { loadRound, refuseEnded, roundInput, SCOPE } from './round.ts';

export const discardRoundInput = roundInput;

/** Ends a round without showing anything: what was rated is deleted unread. */
export async function discardRound(ctx: Context, input: z.output<typeof discardRoundInput>) {
  const { platform, round } = await loadRound(ctx, input, 'editor', SCOPE);
  await ctx.db.transaction().execute(async (trx) => {
    const moved = await moveOpenRound(trx, round.id, { state: 'discarded' });
    if (!moved) refuseEnded({ state: round.state === 'open' ? 'discarded' : round.state });
    await clearSealedRatings(trx, round.id);
    const { title } = round;
    const detail = { title };
    await recordAudit(trx, ctx, { action: 'rating-round.discard', platformId: platform.id, subject: round.id, detail });
  });
  return {};
}
