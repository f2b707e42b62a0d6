import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, ExemptionTable } from '../schema.ts';
import type { ClaimPlace } from './attestations.ts';

type Db = Kysely<Database>;
export type Exemption = Selectable<ExemptionTable>;

export async function findExemption(db: Db, id: string): Promise<Exemption | undefined> {
  return db.selectFrom('exemption').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The requests of a platform, or of a criterion or place of it, with names, the newest first. */
export function listExemptions(
  db: Db,
  { platformId, criterion, capability }: { platformId: string; criterion?: string; capability?: string | null },
) {
  return db
    .selectFrom('exemption')
    .leftJoin('user as requester', 'requester.id', 'exemption.requestedBy')
    .leftJoin('user as decider', 'decider.id', 'exemption.decidedBy')
    .selectAll('exemption')
    .select(['requester.name as requesterName', 'decider.name as deciderName'])
    .where('platformId', '=', platformId)
    .$if(criterion !== undefined, (query) => query.where('criterion', '=', criterion ?? ''))
    .$if(capability !== undefined, (query) =>
      query.where('capability', capability === null ? 'is' : '=', capability ?? null),
    )
    .orderBy('requestedAt', 'desc')
    .orderBy('exemption.id')
    .execute();
}

/**
 * Makes those who ask for exemptions on one platform wait for each other, so that two at once cannot both find nothing standing:
 * a write without effect locks the row on PostgreSQL and the database on SQLite.
 */
export async function lockExemptions(trx: Db, platformId: string): Promise<void> {
  await trx
    .updateTable('platform')
    .set(({ ref }) => ({ key: ref('key') }))
    .where('id', '=', platformId)
    .execute();
}

/** A request that awaits its decision, or one that is in force at an instant, for the same place and kind. */
export async function findStandingExemption(
  db: Db,
  place: ClaimPlace & { kind: Exemption['kind'] },
  at: string,
): Promise<Exemption | undefined> {
  return db
    .selectFrom('exemption')
    .selectAll()
    .where('platformId', '=', place.platformId)
    .where('kind', '=', place.kind)
    .where('criterion', '=', place.criterion)
    .where('capability', place.capability === null ? 'is' : '=', place.capability)
    .where('decision', 'in', ['awaiting', 'approved'])
    .where((is) => is.or([is('expiresAt', 'is', null), is('expiresAt', '>', at)]))
    .limit(1)
    .executeTakeFirst();
}

export async function insertExemption(trx: Db, row: Insertable<ExemptionTable>): Promise<void> {
  await trx.insertInto('exemption').values(row).execute();
}

type Change = Partial<
  Pick<
    Exemption,
    'decision' | 'decidedBy' | 'decidedAt' | 'decisionNote' | 'selfApproved' | 'expiresAt' | 'approvedUntil'
  >
>;

/** Moves a request on from one decision; of several at once only one gets `true`. */
export async function moveExemption(
  trx: Db,
  { id, decision, expiresAt }: Pick<Exemption, 'id' | 'decision' | 'expiresAt'>,
  change: Change,
): Promise<boolean> {
  const moved = await trx
    .updateTable('exemption')
    .set(change)
    .where('id', '=', id)
    .where('decision', '=', decision)
    .where('expiresAt', expiresAt === null ? 'is' : '=', expiresAt)
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}
