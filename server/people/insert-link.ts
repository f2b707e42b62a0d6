import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { insertPasswordLink } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { hashToken, makeSecretToken } from './secret-token.ts';

const THREE_DAYS_MS = 3 * 86_400_000;

/** Makes the one-time link by which a person sets a password; older ones stop working. Part of the caller's transaction. */
export async function insertLink(trx: Kysely<Database>, ctx: Context, userId: string): Promise<string> {
  const token = makeSecretToken();
  const now = ctx.now();
  await insertPasswordLink(trx, {
    id: randomUUID(),
    userId,
    tokenHash: hashToken(token),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + THREE_DAYS_MS).toISOString(),
    spentAt: null,
  });
  return `${ctx.publicUrl}/welcome/${token}`;
}
