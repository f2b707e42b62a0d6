import { z } from 'zod';
import { listAssessors, listRatingRounds } from '#db/queries/rating-rounds.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { accountOf } from '../people/account-of.ts';
import { allows } from '../people/allows.ts';
import { requireRole } from '../people/permissions.ts';
import { agreementSchema } from './measure-agreement.ts';
import { ratedAspects } from './open-round.ts';
import { readScale, SCOPE, unitsOf } from './round.ts';

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
        ...countOf(asked),
        /** whether this person is asked and has not handed in yet */
        waitsForMe: round.state === 'open' && mine !== undefined && mine.handedIn === 0,
        alpha: agreement?.alpha ?? null,
        reading: agreement?.reading ?? null,
      };
    }),
  };
}

/** Participation is counted and nothing more: nobody is told who of those asked has handed in. */
export const countOf = (asked: readonly { handedIn: number }[]) => ({
  asked: asked.length,
  handedIn: asked.filter(({ handedIn }) => handedIn === 1).length,
});
