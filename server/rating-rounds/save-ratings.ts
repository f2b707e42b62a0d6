import { z } from 'zod';
import { listAssessors, moveOpenRound, saveSealedRatings } from '#db/queries/rating-rounds.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import {
  loadRound,
  type Rating,
  ratingSchema,
  readScale,
  refuseEnded,
  requireUnits,
  roundInput,
  SCOPE,
  unitKey,
  unitsOf,
} from './round.ts';
import { EMPTY_SHEET, isTooLong, type Sheet, sealSheets, unsealSheet } from './sealed-ratings.ts';

export const saveRatingsInput = roundInput.extend({
  ratings: z.array(ratingSchema).max(400),
  /** true: they count at the reveal from now on; every place needs a rating, or that one does not know */
  handIn: z.boolean().default(false),
});

/**
 * Keeps what one of the people asked has rated, those given over those of before. They may change it until the reveal. Who
 * rates leaves no time and no entry in the audit log: only how many have handed in is told before all is told.
 */
export async function saveRatings(ctx: Context, input: z.output<typeof saveRatingsInput>) {
  const { round } = await loadRound(ctx, input, 'viewer', SCOPE);
  const userId = await accountOf(ctx);
  refuseEnded(round);
  const scale = readScale(round);
  requireUnits(scale, input.ratings);
  return ctx.db.transaction().execute(async (trx) => {
    // a write without effect: whoever reveals waits for us, or we for them
    if (!(await moveOpenRound(trx, round.id, { state: 'open' }))) refuseEnded({ state: 'revealed' });
    const assessors = await listAssessors(trx, [round.id]);
    const mine = assessors.find((assessor) => assessor.userId === userId);
    if (mine === undefined) throw new AppError('FORBIDDEN', 'You are not asked to rate in this round.');
    const whose = { roundId: round.id, userId };
    // what cannot be read any more has to be rated anew
    const before = unsealSheet(ctx.secret, whose, mine.sealed) ?? EMPTY_SHEET;
    const ratings = merge(before.ratings, input.ratings);
    const missing = unitsOf(scale).length - ratings.length;
    if (input.handIn && missing > 0) {
      throw new AppError(
        'CONFLICT',
        `${missing} of ${unitsOf(scale).length} are not rated yet. “Don’t know” is a rating.`,
      );
    }
    const handedIn = input.handIn || before.handedIn;
    if (isTooLong({ handedIn, ratings })) throw new AppError('PAYLOAD_TOO_LARGE', TOO_LONG);
    await sealAnew(trx, ctx, { assessors, whose, sheet: { handedIn, ratings } });
    return { rated: ratings.length, handedIn };
  });
}

const TOO_LONG = 'What your ratings rest on is too long altogether. Shorten some of the sentences.';

type Saved = {
  assessors: Awaited<ReturnType<typeof listAssessors>>;
  whose: { roundId: string; userId: string };
  sheet: Sheet;
};

/** Every sheet is written anew, whoever changed theirs. One that cannot be read stays, for when its SECRET is put back. */
async function sealAnew(trx: Context['db'], ctx: Context, { assessors, whose, sheet }: Saved): Promise<void> {
  const sheets = assessors.flatMap(({ roundId, userId, sealed }) => {
    const held = userId === whose.userId ? sheet : unsealSheet(ctx.secret, { roundId, userId }, sealed);
    return held === null ? [] : [{ roundId, userId, sheet: held }];
  });
  for (const { sealed, ...one } of sealSheets(ctx.secret, sheets)) await saveSealedRatings(trx, one, sealed);
}

function merge(before: readonly Rating[], given: readonly Rating[]): Rating[] {
  return [...new Map([...before, ...given].map((rating) => [unitKey(rating), rating])).values()];
}
