import type { Kysely } from 'kysely';
import { insertUser } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import { insertPlatformWithCapabilities } from './build-evidence.ts';
import { person, type TestContext, testContext } from './test-context.ts';

export const EDITOR = person('editor', { id: 'erin' });
export const OTHER_EDITOR = person('editor', { id: 'otto' });
export const OWNER = person('owner', { id: 'olga', teamId: 'storage' });
export const VIEWER = person('viewer', { id: 'vera' });

/** The platform `payments`, whose capability `data` belongs to the team Storage, and the people of these tests. */
export async function claimsContext(
  db: Kysely<Database>,
  ids = ['erin', 'otto', 'olga', 'vera'],
): Promise<TestContext> {
  const at = '2026-01-01T00:00:00.000Z';
  for (const id of ids)
    await insertUser(db, { id, name: `Name of ${id}`, email: `${id}@example.org`, password: null, at });
  const team = { key: 'storage', name: 'Storage', parentId: null, contact: null, createdAt: at, archivedAt: null };
  await db
    .insertInto('team')
    .values({ id: 'storage', ...team })
    .execute();
  await insertPlatformWithCapabilities(db, 'payments');
  await db.updateTable('capability').set({ ownerTeamId: 'storage' }).where('key', '=', 'data').execute();
  return testContext(db, EDITOR);
}
