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

/**
 * Takes the row for a scorecard of `asOf` and returns the one it replaces, or undefined where a newer one is already there.
 * It writes before it reads: of two at once the second waits and then sees the first.
 */
export async function claimCurrentScorecard(
  trx: Kysely<Database>,
  platformId: string,
  asOf: string,
): Promise<CurrentScorecard | undefined> {
  return trx
    .insertInto('currentScorecard')
    .values({ platformId, asOf, scorecard: null, bundleSha256: null, error: null, failedAt: null, insights: null })
    .onConflict((conflict) =>
      conflict
        .column('platformId')
        .doUpdateSet({ asOf })
        .where((eb) => eb.or([eb('currentScorecard.asOf', '<=', asOf), eb('currentScorecard.scorecard', 'is', null)])),
    )
    .returningAll()
    .executeTakeFirst();
}

export async function saveCurrentScorecard(
  trx: Kysely<Database>,
  platformId: string,
  row: { scorecard: string; bundleSha256: string; insights: string },
): Promise<void> {
  await trx
    .updateTable('currentScorecard')
    .set({ ...row, error: null, failedAt: null })
    .where('platformId', '=', platformId)
    .execute();
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

export async function findExplanation(
  db: Kysely<Database>,
  cell: { platformId: string; capability: string; aspect: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('currentExplanation')
    .select('explanation')
    .where('platformId', '=', cell.platformId)
    .where('capability', '=', cell.capability)
    .where('aspect', '=', cell.aspect)
    .executeTakeFirst();
  return row?.explanation;
}

export async function findScorecardDay(
  db: Kysely<Database>,
  platformId: string,
  day: string,
): Promise<ScorecardDay | undefined> {
  return db
    .selectFrom('scorecardDay')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('day', '=', day)
    .executeTakeFirst();
}

export async function saveScorecardDay(trx: Kysely<Database>, row: ScorecardDay): Promise<void> {
  const { platformId, day, ...values } = row;
  await trx
    .insertInto('scorecardDay')
    .values({ platformId, day, ...values })
    .onConflict((conflict) => conflict.columns(['platformId', 'day']).doUpdateSet(values))
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

/** Platforms with samples that no scorecard has seen, and whose scorecard is not newer than `scoredBefore`. */
export async function listDirtyPlatforms(db: Kysely<Database>, scoredBefore: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dirtyDay')
    .leftJoin('currentScorecard', 'currentScorecard.platformId', 'dirtyDay.platformId')
    .select('dirtyDay.platformId')
    .distinct()
    .where((eb) => eb.or([eb('currentScorecard.asOf', 'is', null), eb('currentScorecard.asOf', '<=', scoredBefore)]))
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
