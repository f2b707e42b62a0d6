import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;

/** Which scorecard is current and whether the newest recompute failed, without the large scorecard itself. */
export async function findScorecardStamp(db: Db, platformId: string) {
  const row = await db
    .selectFrom('currentScorecard')
    .select(['asOf', 'revision', 'behind', 'error', 'failedAt'])
    .select((eb) => eb('scorecard', 'is not', null).as('scored'))
    .where('platformId', '=', platformId)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, scored: Boolean(row.scored) };
}

/** The capabilities of a platform with the names of their owners, in the platform's order. */
export function listOwnedCapabilities(db: Db, platformId: string) {
  return db
    .selectFrom('capability')
    .leftJoin('team', 'team.id', 'capability.ownerTeamId')
    .select(['capability.key', 'capability.name', 'description', 'consumption', 'mandatory', 'state'])
    .select('team.name as ownerName')
    .where('platformId', '=', platformId)
    .orderBy('position')
    .execute();
}

/** The daily percent to target since a day, oldest first: a few numbers a row, however large the platform. */
export function listPercentDays(db: Db, platformId: string, since: string) {
  return db
    .selectFrom('scorecardDay')
    .select(['day', 'percentToTarget as value', 'percentLow as low', 'percentHigh as high', 'rubricVersion'])
    .where('platformId', '=', platformId)
    .where('day', '>=', since)
    .orderBy('day')
    .execute();
}

export type OpenClaim = Awaited<ReturnType<typeof listOpenClaims>>[number];
type Kind = 'attestation' | 'exemption';
type Need = 'decision' | 'renewal';

const kindOf = (kind: Kind) => sql<Kind>`${sql.lit(kind)}`.as('kind');
const needOf = (need: Need) => sql<Need>`${sql.lit(need)}`.as('need');

/**
 * Claims that need somebody: answers and requests that wait for a second person, and, in the span of time given, accepted
 * answers without a newer one and approved exemptions that run out. One statement for all, the soonest first.
 */
export function listOpenClaims(db: Db, { platformId, from, to }: { platformId: string; from: string; to: string }) {
  const attestations = db.selectFrom('attestation').where('platformId', '=', platformId);
  const exemptions = db.selectFrom('exemption').where('platformId', '=', platformId);
  return attestations
    .where('review', '=', 'awaiting')
    .select(['criterion', 'capability', 'answeredAt as at', kindOf('attestation'), needOf('decision')])
    .unionAll(
      exemptions
        .where('decision', '=', 'awaiting')
        .select(['criterion', 'capability', 'requestedAt as at', kindOf('exemption'), needOf('decision')]),
    )
    .unionAll(
      attestations
        .where('review', '=', 'accepted')
        .where('expiresAt', '>', from)
        .where('expiresAt', '<=', to)
        .where(({ not, exists }) => not(exists(newerAnswer(db))))
        .select(['criterion', 'capability', 'expiresAt as at', kindOf('attestation'), needOf('renewal')]),
    )
    .unionAll(
      exemptions
        .where('kind', '=', 'exemption')
        .where('decision', '=', 'approved')
        .where('expiresAt', '>', from)
        .where('expiresAt', '<=', to)
        .select(({ fn, val }) => ['criterion', 'capability', fn.coalesce('expiresAt', val('')).as('at')])
        .select([kindOf('exemption'), needOf('renewal')]),
    )
    .orderBy('at')
    .execute();
}

/** An answer to the same question, given later and not rejected. */
function newerAnswer(db: Db) {
  const place = (table: 'newer' | 'attestation') => sql`coalesce(${sql.ref(`${table}.capability`)}, '')`;
  return db
    .selectFrom('attestation as newer')
    .select('newer.id')
    .where(sql<boolean>`newer."platformId" = attestation."platformId"`)
    .where(sql<boolean>`newer.criterion = attestation.criterion`)
    .where(sql<boolean>`${place('newer')} = ${place('attestation')}`)
    .where(sql<boolean>`newer."answeredAt" > attestation."answeredAt"`)
    .where('newer.review', '!=', 'rejected');
}
