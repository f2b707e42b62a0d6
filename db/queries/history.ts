import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;

export type DayFigures = Awaited<ReturnType<typeof listDayFigures>>[number];

/** The daily figures of a platform in a span of days, both included, oldest first: a few numbers a row, no cells. */
export function listDayFigures(db: Db, { platformId, from, to }: { platformId: string; from: string; to: string }) {
  return db
    .selectFrom('scorecardDay')
    .select(['day', 'asOf', 'percentToTarget', 'percentLow', 'percentHigh'])
    .select(['rubricId', 'rubricVersion', 'rubricSha256'])
    .where('platformId', '=', platformId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
}

/** The first and the last day with a row; undefined without any. */
export async function findDaySpan(db: Db, platformId: string): Promise<{ first: string; last: string } | undefined> {
  const { first, last } = await db
    .selectFrom('scorecardDay')
    .select(({ fn }) => [fn.min('day').as('first'), fn.max('day').as('last')])
    .where('platformId', '=', platformId)
    .executeTakeFirstOrThrow();
  return first === null || last === null ? undefined : { first, last };
}

/** The newest daily row on a day or before it. */
export function findDayUntil(db: Db, platformId: string, day: string) {
  return db
    .selectFrom('scorecardDay')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What flipped on each day after `after` up to `to`, oldest first. */
export function listFlipsOfDays(db: Db, span: { platformId: string; after: string; to: string }) {
  return db
    .selectFrom('scorecardDay')
    .select(['day', 'flips'])
    .where('platformId', '=', span.platformId)
    .where('day', '>', span.after)
    .where('day', '<=', span.to)
    .orderBy('day')
    .execute();
}

/** The settings that have held on a day or later, each until an instant, oldest first. */
export function listPastSettings(db: Db, platformId: string, from: string) {
  return db
    .selectFrom('pastSettings')
    .select(['until', 'settings'])
    .where('platformId', '=', platformId)
    .where('until', '>=', from)
    .orderBy('until')
    .execute();
}

/** Survey cycles whose results are out: what was asked and how many were invited, oldest first. */
export function listClosedCycles(db: Db, platformId: string) {
  return db
    .selectFrom('surveyCycle')
    .innerJoin('surveyTeam', 'surveyTeam.cycleId', 'surveyCycle.id')
    .select(['surveyCycle.id', 'surveyCycle.closedAt', 'surveyCycle.questions'])
    .select(({ fn }) => fn.sum<number>('surveyTeam.invited').as('invited'))
    .where('surveyCycle.platformId', '=', platformId)
    .where('surveyCycle.state', '=', 'closed')
    .where('surveyCycle.closedAt', 'is not', null)
    .groupBy(['surveyCycle.id', 'surveyCycle.closedAt', 'surveyCycle.questions'])
    .orderBy('surveyCycle.closedAt')
    .execute();
}
