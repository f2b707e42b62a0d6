import { type Insertable, type Kysely, sql, type Updateable } from 'kysely';
import type { CapabilityTable, Database, PastSettingsTable, PlatformTable, TargetTable } from '../schema.ts';

type Db = Kysely<Database>;

// ── platforms ───────────────────────────────────────────────────────────────────────────────────────────────────────
export function findPlatformByKey(db: Db, key: string) {
  return db.selectFrom('platform').selectAll().where('key', '=', key).executeTakeFirst();
}

export function findPlatformById(db: Db, id: string) {
  return db.selectFrom('platform').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listPlatformsById(db: Db, ids: readonly string[]) {
  return ids.length === 0 ? [] : db.selectFrom('platform').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

export function listPlatforms(db: Db) {
  return db.selectFrom('platform').selectAll().orderBy('name').execute();
}

export async function insertPlatform(db: Db, platform: Insertable<PlatformTable>): Promise<void> {
  await db.insertInto('platform').values(platform).execute();
}

export async function savePlatform(db: Db, id: string, change: Updateable<PlatformTable>): Promise<void> {
  await db.updateTable('platform').set(change).where('id', '=', id).execute();
}

/** Makes those who change the settings of a platform wait for each other, by a write without effect. */
export async function lockPlatform(trx: Db, id: string): Promise<void> {
  await trx
    .updateTable('platform')
    .set({ name: sql.ref('name') })
    .where('id', '=', id)
    .execute();
}

// ── capabilities ────────────────────────────────────────────────────────────────────────────────────────────────────
export function listCapabilities(db: Db, platformId: string) {
  return db
    .selectFrom('capability')
    .leftJoin('team', 'team.id', 'capability.ownerTeamId')
    .selectAll('capability')
    .select('team.key as ownerTeam')
    .where('platformId', '=', platformId)
    .orderBy('position')
    .execute();
}

export function findCapability(db: Db, platformId: string, key: string) {
  return db
    .selectFrom('capability')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function insertCapabilities(db: Db, rows: Insertable<CapabilityTable>[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('capability').values(rows).execute();
}

export async function saveCapabilityRow(db: Db, row: Insertable<CapabilityTable>): Promise<void> {
  const { platformId, key, ...change } = row;
  await db
    .insertInto('capability')
    .values(row)
    .onConflict((conflict) => conflict.columns(['platformId', 'key']).doUpdateSet(change))
    .execute();
}

/** With the targets of its cells and what work on it was estimated at. What the platform was before keeps its targets. */
export async function deleteCapabilityRow(db: Db, platformId: string, key: string): Promise<void> {
  await db.deleteFrom('effortEstimate').where('platformId', '=', platformId).where('capability', '=', key).execute();
  await db.deleteFrom('itemTarget').where('platformId', '=', platformId).where('capability', '=', key).execute();
  await db.deleteFrom('target').where('platformId', '=', platformId).where('capability', '=', key).execute();
  await db.deleteFrom('capability').where('platformId', '=', platformId).where('key', '=', key).execute();
}

export async function savePosition(db: Db, platformId: string, key: string, position: number): Promise<void> {
  await db
    .updateTable('capability')
    .set({ position })
    .where('platformId', '=', platformId)
    .where('key', '=', key)
    .execute();
}

// ── targets ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export function listTargets(db: Db, platformId: string) {
  return db
    .selectFrom('target')
    .select(['capability', 'aspect', 'level'])
    .where('platformId', '=', platformId)
    .orderBy('capability')
    .orderBy('aspect')
    .execute();
}

export async function saveTargetRow(db: Db, target: Insertable<TargetTable>): Promise<void> {
  await db
    .insertInto('target')
    .values(target)
    .onConflict((conflict) =>
      conflict.columns(['platformId', 'capability', 'aspect']).doUpdateSet({ level: target.level }),
    )
    .execute();
}

export async function deleteTarget(db: Db, target: Omit<TargetTable, 'level'>): Promise<void> {
  await db
    .deleteFrom('target')
    .where('platformId', '=', target.platformId)
    .where('capability', '=', target.capability)
    .where('aspect', '=', target.aspect)
    .execute();
}

// ── settings as they were ───────────────────────────────────────────────────────────────────────────────────────────
/** What held at an instant; undefined: what holds today. */
export function findPastSettings(db: Db, platformId: string, at: string) {
  return db
    .selectFrom('pastSettings')
    .select('settings')
    .where('platformId', '=', platformId)
    .where('until', '>', at)
    .orderBy('until')
    .limit(1)
    .executeTakeFirst();
}

/** Of several changes at one instant the first says what held before. */
export async function insertPastSettings(trx: Db, row: Insertable<PastSettingsTable>): Promise<void> {
  await trx
    .insertInto('pastSettings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['platformId', 'until']).doNothing())
    .execute();
}
