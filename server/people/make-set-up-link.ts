import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { deleteSetUpLinks, hasAdministrator, insertSetUpLink } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import type { Env } from '../env.ts';
import { hashToken, makeSecretToken } from './secret-token.ts';

const HOUR_MS = 3_600_000;

/** A new one-time set-up link at each start until an administrator exists; then null. Older links stop working. */
export async function makeSetUpLink(
  db: Kysely<Database>,
  env: Pick<Env, 'publicUrl'>,
  now: Date,
): Promise<string | null> {
  const token = makeSecretToken();
  const made = await db.transaction().execute(async (trx) => {
    if (await hasAdministrator(trx)) return false;
    await deleteSetUpLinks(trx);
    await insertSetUpLink(trx, {
      id: randomUUID(),
      tokenHash: hashToken(token),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + HOUR_MS).toISOString(),
      spentAt: null,
    });
    return true;
  });
  return made ? `${env.publicUrl}/set-up/${token}` : null;
}
