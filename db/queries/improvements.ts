import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, ImprovementCriterionTable, ImprovementMoveTable, ImprovementTable } from '../schema.ts';

type Db = Kysely<Database>;
export type Improvement = Selectable<ImprovementTable>;
export type ImprovementCriterion = Selectable<ImprovementCriterionTable>;
export type ImprovementRow = Awaited<ReturnType<typeof listImprovements>>[number];

function withNames(db: Db) {
  return db
    .selectFrom('improvement')
    .leftJoin('user as owner', 'owner.id', 'improvement.ownerUserId')
    .leftJoin('team', 'team.id', 'improvement.ownerTeamId')
    .leftJoin('user as proposer', 'proposer.id', 'improvement.createdBy')
    .leftJoin('campaign', 'campaign.id', 'improvement.campaignId')
    .selectAll('improvement')
    .select([
      'owner.name as ownerName',
      'owner.deactivatedAt as ownerDeactivatedAt',
      'team.name as teamName',
      'team.key as teamKey',
      'proposer.name as proposerName',
      'campaign.name as campaignName',
    ]);
}

/** The improvements of a platform with the names of their owners, in the order of their columns. */
export function listImprovements(db: Db, platformId: string) {
  return withNames(db)
    .where('improvement.platformId', '=', platformId)
    .orderBy('position')
    .orderBy('improvement.createdAt')
    .orderBy('improvement.id')
    .execute();
}

export function findImprovement(db: Db, id: string) {
  return withNames(db).where('improvement.id', '=', id).executeTakeFirst();
}

/** The criteria of every improvement of a platform, or of one improvement. */
export function listImprovementCriteria(db: Db, of: { platformId: string; id?: string }) {
  return db
    .selectFrom('improvementCriterion')
    .innerJoin('improvement', 'improvement.id', 'improvementCriterion.improvementId')
    .selectAll('improvementCriterion')
    .where('improvement.platformId', '=', of.platformId)
    .$if(of.id !== undefined, (query) => query.where('improvementId', '=', of.id ?? ''))
    .orderBy('criterion')
    .orderBy('capability')
    .execute();
}

/** What an evaluation has to look at: what is called done, and what was not confirmed so far. */
export function listAwaitingEvidence(db: Db, platformId: string): Promise<Improvement[]> {
  return db
    .selectFrom('improvement')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('state', 'in', ['done', 'not_confirmed'])
    .orderBy('id')
    .execute();
}

/** Which of some platforms have something that a scorecard decides: what is done and waits for evidence, or a running campaign. */
export async function listPlatformsToJudge(db: Db, platformIds: readonly string[]): Promise<Set<string>> {
  if (platformIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('improvement')
    .select('platformId')
    .distinct()
    .where('platformId', 'in', platformIds)
    .where('state', 'in', ['done', 'not_confirmed'])
    .union(
      db
        .selectFrom('campaign')
        .select('platformId')
        .where('platformId', 'in', platformIds)
        .where('state', '=', 'running'),
    )
    .execute();
  return new Set(rows.map(({ platformId }) => platformId));
}

/** The last position in a state, or null where nothing is in it. */
export async function findLastPosition(
  db: Db,
  { platformId, state }: Pick<Improvement, 'platformId' | 'state'>,
): Promise<number | null> {
  const { last } = await db
    .selectFrom('improvement')
    .select((of) => of.fn.max('position').as('last'))
    .where('platformId', '=', platformId)
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return last;
}

/** Ids and positions of a state, in order. */
export function listPositions(db: Db, { platformId, state }: Pick<Improvement, 'platformId' | 'state'>) {
  return db
    .selectFrom('improvement')
    .select(['id', 'position'])
    .where('platformId', '=', platformId)
    .where('state', '=', state)
    .orderBy('position')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function savePosition(trx: Db, id: string, position: number): Promise<void> {
  await trx.updateTable('improvement').set({ position }).where('id', '=', id).execute();
}

/** Adds an improvement, or returns false where the platform has one of the same external key. */
export async function insertImprovement(trx: Db, row: Insertable<ImprovementTable>): Promise<boolean> {
  const added = await trx
    .insertInto('improvement')
    .values(row)
    .onConflict((conflict) => conflict.columns(['platformId', 'externalKey']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function replaceImprovementCriteria(
  trx: Db,
  improvementId: string,
  criteria: Omit<ImprovementCriterion, 'improvementId'>[],
): Promise<void> {
  await trx.deleteFrom('improvementCriterion').where('improvementId', '=', improvementId).execute();
  const rows = criteria.map((one) => ({ ...one, improvementId }));
  if (rows.length > 0) await trx.insertInto('improvementCriterion').values(rows).execute();
}

export async function insertImprovementMove(trx: Db, move: Insertable<ImprovementMoveTable>): Promise<void> {
  await trx.insertInto('improvementMove').values(move).execute();
}

/** The state that every improvement of a platform was in at an instant; what was proposed later is not there. */
export async function listStatesAt(db: Db, platformId: string, at: string): Promise<ImprovementMoveTable[]> {
  const moves = await db
    .selectFrom('improvementMove')
    .innerJoin('improvement', 'improvement.id', 'improvementMove.improvementId')
    .selectAll('improvementMove')
    .where('improvement.platformId', '=', platformId)
    .where('at', '<=', at)
    .orderBy('improvementMove.version')
    .execute();
  return [...new Map(moves.map((move) => [move.improvementId, move])).values()];
}

/** What happened to an improvement, the newest first. */
export function listImprovementHistory(db: Db, { id, platformId }: Pick<Improvement, 'id' | 'platformId'>) {
  return db
    .selectFrom('auditEntry')
    .select(['id', 'at', 'actorKind', 'actorName', 'action', 'detail'])
    .where('subject', '=', id)
    .where('platformId', '=', platformId)
    .where('action', 'like', 'improvement.%')
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}
