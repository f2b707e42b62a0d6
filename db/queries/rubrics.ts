import type { Kysely, Selectable } from 'kysely';
import type { Database, RubricDraftTable, RubricVersionTable } from '../schema.ts';

type Db = Kysely<Database>;
export type RubricVersion = Selectable<RubricVersionTable>;
export type RubricDraft = Selectable<RubricDraftTable>;
type VersionName = Pick<RubricVersion, 'packId' | 'version'>;

/** Every version that was published here, without its files. */
export function listRubricVersions(db: Db) {
  return db
    .selectFrom('rubricVersion')
    .select(['packId', 'version', 'sha256', 'note', 'publishedBy', 'publishedAt'])
    .orderBy('packId')
    .orderBy('publishedAt')
    .execute();
}

export function findRubricVersion(db: Db, { packId, version }: VersionName): Promise<RubricVersion | undefined> {
  return db
    .selectFrom('rubricVersion')
    .selectAll()
    .where('packId', '=', packId)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Adds a version; of two at once under one name only one gets `true`. */
export async function insertRubricVersion(trx: Db, row: RubricVersion): Promise<boolean> {
  const added = await trx
    .insertInto('rubricVersion')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('packId')
    .executeTakeFirst();
  return added !== undefined;
}

/** The drafts of a platform, the newest first. */
export function listRubricDrafts(db: Db, platformId: string): Promise<RubricDraft[]> {
  return db
    .selectFrom('rubricDraft')
    .selectAll()
    .where('platformId', '=', platformId)
    .orderBy('savedAt', 'desc')
    .orderBy('id')
    .execute();
}

export function findRubricDraft(db: Db, platformId: string, id: string): Promise<RubricDraft | undefined> {
  return db
    .selectFrom('rubricDraft')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertRubricDraft(trx: Db, row: RubricDraft): Promise<void> {
  await trx.insertInto('rubricDraft').values(row).execute();
}

/** Lets a platform be scored by another rubric, if it still is by the one that was read; of several at once only one gets `true`. */
export async function adoptRubric(trx: Db, platformId: string, { from, to }: { from: VersionName; to: VersionName }) {
  const adopted = await trx
    .updateTable('platform')
    .set({ packId: to.packId, packVersion: to.version })
    .where('id', '=', platformId)
    .where('packId', '=', from.packId)
    .where('packVersion', '=', from.version)
    .returning('id')
    .executeTakeFirst();
  return adopted !== undefined;
}
