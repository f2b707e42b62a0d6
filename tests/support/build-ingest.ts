import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hashToken } from '#server/people/secret-token.ts';
import { insertPlatformWithCapabilities } from './build-evidence.ts';

/** A token of the operator that may only write metrics, as somebody would send it. */
export const INGEST_TOKEN = `plb_${'i'.repeat(43)}`;

/** A platform that takes samples, and the token for them, in a database that no server has opened yet. */
export async function givenIngest(db: Kysely<Database>): Promise<void> {
  await insertPlatformWithCapabilities(db);
  await db
    .insertInto('apiToken')
    .values({
      id: 'ingest',
      name: 'ingest',
      prefix: INGEST_TOKEN.slice(0, 8),
      tokenHash: hashToken(INGEST_TOKEN),
      scopes: JSON.stringify(['metrics:write']),
      platformId: null,
      createdBy: null,
      createdAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      lastUsedOn: null,
      revokedAt: null,
    })
    .execute();
}
