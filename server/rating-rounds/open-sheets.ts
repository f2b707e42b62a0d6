import { createHash } from 'node:crypto';
import { z } from 'zod';
import { findRatingRound, listAssessors } from '#db/queries/rating-rounds.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Task } from '../tasks/task.ts';
import { type Agreement, measureAgreement } from './measure-agreement.ts';
import { type Rating, readScale, type Scale, stepsOf, unitKey, unitsOf } from './round.ts';
import { unsealSheet } from './sealed-ratings.ts';

const inputSchema = z.strictObject({
  platformId: z.string(),
  roundId: z.string(),
  /** the numbers drawn for the interval begin from here */
  seed: z.int(),
});

type Handed = { userId: string; ratings: Rating[] };
export type OpenSheets = { handedIn: Handed[]; agreement: Agreement; mark: string };

/** Opens the sheets of a round and measures how far those that were handed in agree. Whoever asks has been asked for permission before. */
export const openSheetsTask: Task<z.infer<typeof inputSchema>, OpenSheets> = {
  key: 'open-sheets',
  input: inputSchema,
  async run(ctx, { platformId, roundId, seed }) {
    const round = await findRatingRound(ctx.db, platformId, roundId);
    if (round === undefined) throw new AppError('NOT_FOUND', 'There is no such rating round on this platform.');
    const assessors = await listAssessors(ctx.db, [roundId]);
    const handedIn = assessors.flatMap((one) => openSheet(ctx, one));
    if (handedIn.length < 2) throw new AppError('CONFLICT', tooFew(handedIn.length));
    return { handedIn, agreement: agreementOf(readScale(round), handedIn, seed), mark: markOf(assessors) };
  },
};

type Sealed = { roundId: string; userId: string; sealed: string | null };

/** Tells whether any sheet is another than when they were opened: each is sealed anew whenever somebody rates. */
export function markOf(assessors: readonly Sealed[]): string {
  const hash = createHash('sha256');
  for (const { userId, sealed } of assessors) hash.update(`${userId} ${sealed ?? ''}\n`);
  return hash.digest('hex');
}

function openSheet(ctx: Context, { sealed, ...whose }: Sealed): Handed[] {
  const sheet = unsealSheet(ctx.secret, whose, sealed);
  if (sheet !== null) return sheet.handedIn ? [{ userId: whose.userId, ratings: sheet.ratings }] : [];
  throw new AppError(
    'UNAVAILABLE',
    'The ratings were sealed under another SECRET than this deployment has now. Put it back, or discard the round.',
  );
}

const tooFew = (handedIn: number) =>
  handedIn === 0
    ? 'Nobody has handed in a rating yet, so there is nothing to reveal.'
    : 'Only one person has handed in so far. Wait for another one: agreement takes two.';

function agreementOf(scale: Scale, sheets: readonly Handed[], seed: number): Agreement {
  const given = sheets.map(({ ratings }) => new Map(ratings.map((one) => [unitKey(one), one.rating])));
  const units = unitsOf(scale).map((unit) => given.map((ratings) => ratings.get(unitKey(unit)) ?? null));
  return measureAgreement(units, stepsOf(scale), seed);
}
