import { z } from 'zod';
import { listAssessors, listRatingRounds, type RatingRound } from '#db/queries/rating-rounds.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { accountOf } from '../people/account-of.ts';
import { allows } from '../people/allows.ts';
import { requireRole } from '../people/permissions.ts';
import { agreementSchema } from './measure-agreement.ts';
import { ratedAspects } from './open-round.ts';
import { readScale, SCOPE, unitsOf } from './round.ts';
import { unsealSheet } from './sealed-ratings.ts';

export const listRoundsInput = z.strictObject({ platform: keyField });

/** The rating rounds of a platform, the newest first, and what this person is asked to do about them. */
export async function listRounds(ctx: Context, input: z.infer<typeof listRoundsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const me = await accountOf(ctx);
  // a token that only reads is not the person who made it
  const maySpeak = allows(() => requireRole(ctx, platform.id, 'viewer', SCOPE));
  const rounds = await listRatingRounds(ctx.db, platform.id);
  const assessors = Map.groupBy(
    await listAssessors(
      ctx.db,
      rounds.map(({ id }) => id),
    ),
    ({ roundId }) => roundId,
  );
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    mayOpen: ratedAspects(platform).length > 0 && allows(() => requireRole(ctx, platform.id, 'editor', SCOPE)),
    rounds: rounds.map((round) => {
      const asked = assessors.get(round.id) ?? [];
      const mine = maySpeak ? asked.find(({ userId }) => userId === me) : undefined;
      const agreement = round.agreement === null ? null : agreementSchema.parse(JSON.parse(round.agreement));
      return {
        id: round.id,
        title: round.title,
        state: round.state,
        openedAt: round.openedAt,
        revealedAt: round.revealedAt,
        rated: unitsOf(readScale(round)).length,
        ...countOf(ctx, round, asked),
        /** whether this person is asked and has not handed in yet */
        waitsForMe: round.state === 'open' && mine !== undefined && !hasHandedIn(ctx, mine),
        alpha: agreement?.alpha ?? null,
        reading: agreement?.reading ?? null,
      };
    }),
  };
}

type Asked = { roundId: string; userId: string; sealed: string | null; handedIn: number };

/** Participation is counted and nothing more: until the reveal it stands in the sealed sheets alone. */
export const countOf = (ctx: Context, { state }: Pick<RatingRound, 'state'>, asked: readonly Asked[]) => ({
  asked: asked.length,
  handedIn: asked.filter((one) => (state === 'open' ? hasHandedIn(ctx, one) : one.handedIn === 1)).length,
});

const hasHandedIn = ({ secret }: Context, { sealed, ...whose }: Asked): boolean =>
  unsealSheet(secret, whose, sealed)?.handedIn ?? false;
