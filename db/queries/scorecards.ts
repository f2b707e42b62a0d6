import type { Insertable, Kysely, Selectable } from 'kysely';
import type { CurrentExplanationTable, CurrentScorecardTable, Database, ScorecardDayTable } from '../schema.ts';

export type CurrentScorecard = Selectable<CurrentScorecardTable>;
export type CurrentExplanation = Insertable<CurrentExplanationTable>;
export type ScorecardDay = Selectable<ScorecardDayTable>;

export async function findCurrentScorecard(
  db: Kysely<Database>,
  platformId: string,
): Promise<CurrentScorecard | undefined> {
  return db.selectFrom('currentScorecard').selectAll().where('platformId', '=', platformId).executeTakeFirst();
}

/** A row as it is claimed: what it said before, without what follows from it. */
export type ClaimedScorecard = Pick<CurrentScorecard, 'platformId' | 'scorecard' | 'behind'>;

/**
 * Takes the rows for scorecards of `asOf` and returns those they replace; where a newer one is already there, none. It writes
 * before it reads: of two at once the second waits and then sees the first. Always in the same order, so that nobody deadlocks.
 */
export function claimCurrentScorecards(
  trx: Kysely<Database>,
  rows: readonly { platformId: string; asOf: string }[],
): Promise<ClaimedScorecard[]> {
  const nothing = { scorecard: null, bundleSha256: null, error: null, failedAt: null, insights: null };
  const ordered = rows.toSorted((a, b) => (a.platformId < b.platformId ? -1 : 1));
  return trx
    .insertInto('currentScorecard')
    .values(ordered.map((row) => ({ ...row, ...nothing })))
    .onConflict((conflict) =>
      conflict
        .column('platformId')
        .doUpdateSet((eb) => ({ asOf: eb.ref('excluded.asOf') }))
        .where((eb) =>
          eb.or([
            eb('currentScorecard.asOf', '<=', eb.ref('excluded.asOf')),
            eb('currentScorecard.scorecard', 'is', null),
          ]),
        ),
    )
    .returning(['platformId', 'scorecard', 'behind'])
    .execute();
}

export type SavedScorecard = {
  platformId: string;
  asOf: string;
  scorecard: string;
  bundleSha256: string | null;
  behind: number;
  /** another number after every change */
  revision: number;
};

/** Stores scorecards whose rows were claimed. What follows from them stays what it was. */
export async function saveCurrentScorecards(trx: Kysely<Database>, rows: readonly SavedScorecard[]): Promise<void> {
  await trx
    .insertInto('currentScorecard')
    .values(rows.map((row) => ({ ...row, insights: null, error: null, failedAt: null })))
    .onConflict((conflict) =>
      conflict.column('platformId').doUpdateSet((eb) => ({
        scorecard: eb.ref('excluded.scorecard'),
        bundleSha256: eb.ref('excluded.bundleSha256'),
        behind: eb.ref('excluded.behind'),
        error: null,
        failedAt: null,
        revision: eb.ref('excluded.revision'),
      })),
    )
    .execute();
}

/** Keeps what follows from the current scorecard. */
export async function saveInsights(trx: Kysely<Database>, platformId: string, insights: string): Promise<void> {
  await trx.updateTable('currentScorecard').set({ insights }).where('platformId', '=', platformId).execute();
}

/** Keeps why scoring failed beside the last good scorecard. A newer success is left alone. */
export async function saveScoringError(
  db: Kysely<Database>,
  platformId: string,
  failure: { error: string; failedAt: string },
): Promise<void> {
  await db
    .insertInto('currentScorecard')
    .values({ platformId, asOf: failure.failedAt, scorecard: null, bundleSha256: null, insights: null, ...failure })
    .onConflict((conflict) =>
      conflict.column('platformId').doUpdateSet(failure).where('currentScorecard.asOf', '<=', failure.failedAt),
    )
    .execute();
}

export async function replaceExplanations(
  trx: Kysely<Database>,
  platformId: string,
  rows: CurrentExplanation[],
): Promise<void> {
  await trx.deleteFrom('currentExplanation').where('platformId', '=', platformId).execute();
  if (rows.length > 0) await trx.insertInto('currentExplanation').values(rows).execute();
}

/** The trace of a cell of the current scorecard, and whether it is that of an earlier one. Undefined: nothing has been scored. */
export function findExplanation(
  db: Kysely<Database>,
  { platformId, capability, aspect }: { platformId: string; capability: string; aspect: string },
): Promise<{ explanation: string | null; behind: number } | undefined> {
  return db
    .selectFrom('currentScorecard')
    .leftJoin('currentExplanation', (join) =>
      join
        .onRef('currentExplanation.platformId', '=', 'currentScorecard.platformId')
        .on('currentExplanation.capability', '=', capability)
        .on('currentExplanation.aspect', '=', aspect),
    )
    .select(['explanation', 'behind'])
    .where('currentScorecard.platformId', '=', platformId)
    .executeTakeFirst();
}

/** What flipped so far on a day, by platform. */
export async function listFlipsOfDay(
  db: Kysely<Database>,
  platformIds: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('scorecardDay')
    .select(['platformId', 'flips'])
    .where('platformId', 'in', platformIds)
    .where('day', '=', day)
    .execute();
  return new Map(rows.map(({ platformId, flips }) => [platformId, flips]));
}

export async function saveScorecardDays(trx: Kysely<Database>, rows: readonly ScorecardDay[]): Promise<void> {
  await trx
    .insertInto('scorecardDay')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['platformId', 'day']).doUpdateSet((eb) => ({
        asOf: eb.ref('excluded.asOf'),
        rubricId: eb.ref('excluded.rubricId'),
        rubricVersion: eb.ref('excluded.rubricVersion'),
        rubricSha256: eb.ref('excluded.rubricSha256'),
        percentToTarget: eb.ref('excluded.percentToTarget'),
        percentLow: eb.ref('excluded.percentLow'),
        percentHigh: eb.ref('excluded.percentHigh'),
        cells: eb.ref('excluded.cells'),
        flips: eb.ref('excluded.flips'),
      })),
    )
    .execute();
}

/** The daily rows of a span of days, both included, oldest first. */
export async function listScorecardDays(
  db: Kysely<Database>,
  span: { platformId: string; from: string; to: string },
): Promise<ScorecardDay[]> {
  return db
    .selectFrom('scorecardDay')
    .selectAll()
    .where('platformId', '=', span.platformId)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .orderBy('day')
    .execute();
}

/** The newest daily row of each of these platforms, with its key. */
export async function listNewestDays(
  db: Kysely<Database>,
  platforms: string[],
): Promise<(ScorecardDay & { platform: string })[]> {
  if (platforms.length === 0) return [];
  return db
    .selectFrom('platform')
    .innerJoin('scorecardDay', 'scorecardDay.platformId', 'platform.id')
    .selectAll('scorecardDay')
    .select('platform.key as platform')
    .where('platform.key', 'in', platforms)
    .where('scorecardDay.day', '=', (eb) =>
      eb
        .selectFrom('scorecardDay as other')
        .select((one) => one.fn.max('other.day').as('newest'))
        .whereRef('other.platformId', '=', 'platform.id'),
    )
    .execute();
}

export async function listPlatformIds(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('platform').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Platforms whose traces and insights are those of an earlier scorecard, the longest waiting first. */
export async function listBehind(db: Kysely<Database>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('currentScorecard')
    .select('platformId')
    .where('behind', '=', 1)
    .orderBy('asOf')
    .limit(limit)
    .execute();
  return rows.map(({ platformId }) => platformId);
}

/** Platforms with samples that no scorecard has seen, and whose scorecard is not newer than `scoredBefore`, by id. */
export async function listDirtyPlatforms(db: Kysely<Database>, scoredBefore: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dirtyDay')
    .leftJoin('currentScorecard', 'currentScorecard.platformId', 'dirtyDay.platformId')
    .select('dirtyDay.platformId')
    .distinct()
    .where((eb) => eb.or([eb('currentScorecard.asOf', 'is', null), eb('currentScorecard.asOf', '<=', scoredBefore)]))
    .orderBy('dirtyDay.platformId')
    .execute();
  return rows.map(({ platformId }) => platformId);
}

/** The rubrics by which platforms were last scored, where they still use that version. */
export async function listUsedRubrics(
  db: Kysely<Database>,
): Promise<{ packId: string; packVersion: string; rubricSha256: string }[]> {
  return db
    .selectFrom('platform')
    .innerJoin('scorecardDay', (join) =>
      join
        .onRef('scorecardDay.platformId', '=', 'platform.id')
        .onRef('scorecardDay.rubricId', '=', 'platform.packId')
        .onRef('scorecardDay.rubricVersion', '=', 'platform.packVersion'),
    )
    .select(['platform.packId', 'platform.packVersion', 'scorecardDay.rubricSha256'])
    .groupBy(['platform.packId', 'platform.packVersion', 'scorecardDay.rubricSha256'])
    .orderBy((eb) => eb.fn.max('scorecardDay.asOf'))
    .execute();
}
