import { type Kysely, sql, type Transaction } from 'kysely';
import { dialectOf } from './dialects/dialect-of.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/registry.ts';
import type { Database } from './schema.ts';
import { StorageError } from './storage-error.ts';

/** Any number will do, as long as every Plumbline uses the same one. */
const LOCK = 7_158_621;

/**
 * Brings the schema to the newest version: all missing steps or, on any error, none of them.
 * Several processes may start at once; they take turns. A database of a newer version is left alone and refused.
 */
export async function migrate(db: Kysely<Database>, steps: readonly Migration[] = migrations): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (dialectOf(trx) === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    await migrateLocked(trx, steps);
  });
}

/** The steps that a database has been through; none where it has never been one of ours. */
export async function listAppliedSteps(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'migration')) return [];
  const rows = await db.selectFrom('migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** Those of the steps that this version does not know. */
export const listUnknownSteps = (steps: readonly string[]): string[] =>
  steps.filter((name) => !migrations.some((step) => step.name === name));

/** The same within a transaction that nobody else's migration can cross. */
export async function migrateLocked(trx: Transaction<Database>, steps: readonly Migration[]): Promise<void> {
  await trx.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('appliedAt', 'text', (column) => column.notNull())
    .execute();
  const rows = await trx.selectFrom('migration').select('name').execute();
  const applied = new Set(rows.map((row) => row.name));
  const unknown = rows.find((row) => !steps.some((step) => step.name === row.name));
  if (unknown) {
    throw new StorageError(
      'newer-version',
      `The database was written by a newer version of Plumbline (it has the step "${unknown.name}"). ` +
        'Start that version again, or restore a backup made by this one.',
    );
  }
  for (const step of steps) {
    if (applied.has(step.name)) continue;
    await step.up(trx);
    await trx.insertInto('migration').values({ name: step.name, appliedAt: new Date().toISOString() }).execute();
  }
}
