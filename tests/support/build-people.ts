import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import { insertGrant, insertUser } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import type { Actor, Grant } from '#server/context.ts';
import { START } from './test-context.ts';

export const PASSWORD = 'four unrelated words here';
const hashed = hashPassword(PASSWORD);

/** A person with an account, the password above and the given roles; returned as the actor they are. */
export async function insertTestPerson(
  db: Kysely<Database>,
  { name = 'Ada', email = `${name.toLowerCase()}@example.org`, grants = [] as Grant[] } = {},
): Promise<Extract<Actor, { kind: 'person' }>> {
  const id = randomUUID();
  await insertUser(db, { id, name, email, password: await hashed, at: START });
  for (const grant of grants) await insertGrant(db, { id: randomUUID(), userId: id, createdAt: START, ...grant });
  return { kind: 'person', id, name, grants };
}

export const ADMIN: Grant = { role: 'admin', platformId: null, teamId: null };
