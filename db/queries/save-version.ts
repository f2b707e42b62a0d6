import type { Kysely, Updateable } from 'kysely';
import type { Database } from '../schema.ts';

/** Tables whose rows count their changes, so that of two who change one row at once only one does. */
type Versioned = 'campaign' | 'improvement' | 'rubricDraft' | 'scenario';

/** Changes a row that is still at `version`; of several at once only one gets `true`. */
export async function saveVersion<Table extends Versioned>(
  trx: Kysely<Database>,
  table: Table,
  { id, version }: { id: string; version: number },
  change: Updateable<Database[Table]>,
): Promise<boolean> {
  const counted: Versioned = table;
  const saved = await trx
    .updateTable(counted)
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Deletes a row that is still at `version`; of several at once only one gets `true`. */
export async function deleteVersion(
  trx: Kysely<Database>,
  table: Versioned,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const deleted = await trx
    .deleteFrom(table)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return deleted !== undefined;
}
