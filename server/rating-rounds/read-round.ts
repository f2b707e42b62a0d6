import type { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listAssessors, listConsensus, listRatings, type RatingRound } from '#db/queries/rating-rounds.ts';
import type { Context } from '../context.ts';
import { accountOf } from '../people/account-of.ts';
import { allows } from '../people/allows.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { describeUnits } from './describe-units.ts';
import { countOf } from './list-rounds.ts';
import { agreementSchema } from './measure-agreement.ts';
import { loadRound, readScale, roundInput, SCOPE, type Unit, unitKey } from './round.ts';
import { EMPTY_SHEET, unsealSheet } from './sealed-ratings.ts';

export const readRoundInput = roundInput;

type Assessors = Awaited<ReturnType<typeof listAssessors>>;

/**
 * A round as this person may see it. Until the reveal: what is rated, how many have handed in, and their own ratings. From
 * then on: how far the first ratings agree, place by place, and what was agreed afterwards; who rated what is shown to those
 * who rated and to editors.
 */
export async function readRound(ctx: Context, input: z.output<typeof readRoundInput>) {
  const { platform, round } = await loadRound(ctx, input, 'viewer', 'read');
  const me = await accountOf(ctx);
  const assessors = await listAssessors(ctx.db, [round.id]);
  const mayLead = allows(() => requireRole(ctx, platform.id, 'editor', SCOPE));
  const isAsked = assessors.some(({ userId }) => userId === me);
  const maySpeak = isAsked && allows(() => requireRole(ctx, platform.id, 'viewer', SCOPE));
  const seesNames = isAsked || allows(() => requireRole(ctx, platform.id, 'editor', 'read'));
  const { levels, aspects, places } = readScale(round);
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    ...{ id: round.id, title: round.title, state: round.state },
    ...{ openedAt: round.openedAt, revealedAt: round.revealedAt },
    /** the round came back from a backup of then: whoever had rated rates anew; null: it did not, or is over */
    emptiedAt: round.state === 'open' ? round.emptiedAt : null,
    ...{ levels, aspects, places },
    ...countOf(ctx, round, assessors),
    /** asked, and not able to sign in any more; whether they handed in before is not told */
    gone: assessors.filter(({ deactivatedAt, name }) => deactivatedAt !== null || name === null).length,
    mayLead,
    /** who is asked, for those who may know; not what they did */
    assessors: seesNames ? assessors.map(({ name, userId, side }) => ({ name: name ?? userId, side })) : null,
    mine: round.state === 'open' && maySpeak ? mineOf(ctx, round, assessors, me) : null,
    result: round.state === 'revealed' ? await resultOf(ctx, round, assessors, seesNames) : null,
  };
}

function mineOf(ctx: Context, round: RatingRound, assessors: Assessors, me: string) {
  const here = assessors.find(({ userId }) => userId === me);
  // what cannot be read any more has to be rated anew
  const sheet = unsealSheet(ctx.secret, { roundId: round.id, userId: me }, here?.sealed ?? null) ?? EMPTY_SHEET;
  return { ...sheet, side: here?.side ?? null };
}

async function resultOf(ctx: Context, round: RatingRound, assessors: Assessors, seesNames: boolean) {
  const [ratings, agreed, owners] = await Promise.all([
    listRatings(ctx.db, round.id),
    listConsensus(ctx.db, round.id),
    ownersOf(ctx, round.platformId),
  ]);
  const people = new Map(assessors.map(({ userId, name, side }) => [userId, { name: name ?? userId, side }]));
  const given = ratings.map(({ userId, ...rating }) => ({
    ...rating,
    ...(people.get(userId) ?? { name: userId, side: null }),
    person: userId,
  }));
  const at = (unit: Unit) => (one: { aspect: string; capability: string }) =>
    `${one.capability}/${one.aspect}` === unitKey(unit);
  return {
    agreement: agreementSchema.parse(JSON.parse(round.agreement ?? 'null')),
    units: describeUnits(readScale(round), given).map((unit) => ({
      ...unit,
      mayAgree: owners.has(unit.capability) && mayAgree(ctx, round, owners.get(unit.capability) ?? null),
      /** null: shown to those who rated and to editors */
      ratings: seesNames
        ? given
            .filter(at(unit))
            .map(({ person, name, side, rating, evidence }) => ({ person, name, side, rating, evidence }))
        : null,
      /** the newest holds; the older ones stay */
      consensus: agreed.filter(at(unit)).map(({ rating, why, recordedAt, recordedBy, recorderName }) => ({
        ...{ rating, why, recordedAt },
        recordedBy: recorderName ?? recordedBy,
      })),
    })),
  };
}

/** Whose word counts about each place that still exists: a capability is its team's, the platform nobody's but editors'. */
async function ownersOf(ctx: Context, platformId: string): Promise<Map<string | null, string | null>> {
  const rows = (await listCapabilities(ctx.db, platformId)).filter(({ state }) => state !== 'archived');
  return new Map<string | null, string | null>([
    [null, null],
    ...rows.map((row) => [row.key, row.ownerTeamId] as const),
  ]);
}

const mayAgree = (ctx: Context, { platformId }: RatingRound, ownerTeamId: string | null) =>
  allows(() => requireOwnership(ctx, platformId, ownerTeamId, SCOPE));
