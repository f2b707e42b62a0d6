import type { Kysely, Selectable } from 'kysely';
import type { Database, DocumentTable } from '../schema.ts';

export type Document = Selectable<DocumentTable>;

/** Keeps texts under their hashes; one that is there already is left as it is. */
export async function insertDocuments(db: Kysely<Database>, documents: Document[]): Promise<void> {
  await db
    .insertInto('document')
    .values(documents)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

export async function findDocument(db: Kysely<Database>, sha256: string): Promise<string | undefined> {
  const row = await db.selectFrom('document').select('content').where('sha256', '=', sha256).executeTakeFirst();
  return row?.content;
}

/** Several texts at once, by hash. */
export async function findDocuments(db: Kysely<Database>, hashes: string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.selectFrom('document').select(['sha256', 'content']).where('sha256', 'in', hashes).execute();
  return new Map(rows.map(({ sha256, content }) => [sha256, content]));
}
