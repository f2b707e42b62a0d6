import { z } from 'zod';
import { findApiToken, saveLastUsedOn } from '#db/queries/api-tokens.ts';
import { listGrantsOf } from '#db/queries/people.ts';
import type { Actor, Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { hashToken } from './secret-token.ts';

export type TokenActor = Extract<Actor, { kind: 'token' }>;

const scopesSchema = z.array(z.string());
const refused = () => new AppError('UNAUTHORIZED', 'Send a valid API token: "Authorization: Bearer plb_…".');

/**
 * Who is behind `Authorization: Bearer plb_…`. A token of a person carries what that person may do today; it ends when they
 * are deactivated.
 */
export async function readTokenActor({ db, now }: Pick<Context, 'db' | 'now'>, headers: Headers): Promise<TokenActor> {
  const token = /^Bearer (plb_[\w-]{43})$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) throw refused();
  const row = await findApiToken(db, hashToken(token));
  const at = now().toISOString();
  if (row === undefined || row.revokedAt !== null || row.expiresAt <= at) throw refused();
  if (row.createdBy !== null && (row.creatorId === null || row.creatorDeactivatedAt !== null)) throw refused();
  const today = at.slice(0, 10);
  if (row.lastUsedOn !== today) await saveLastUsedOn(db, row.id, today);
  return {
    kind: 'token',
    id: row.id,
    name: row.name,
    scopes: scopesSchema.parse(JSON.parse(row.scopes)),
    platformId: row.platformId,
    grants: row.createdBy === null ? null : await listGrantsOf(db, row.createdBy),
  };
}
