import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { insertApiToken } from '#db/queries/api-tokens.ts';
import { keyField, nameField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireAdmin, requireRole } from './permissions.ts';
import { recordAudit } from './record-audit.ts';
import { SCOPE_NAMES, SCOPES } from './scopes.ts';
import { hashToken, makeSecretToken } from './secret-token.ts';

const DAY_MS = 86_400_000;

export const createTokenInput = z.strictObject({
  name: nameField,
  scopes: z.array(z.enum(SCOPE_NAMES)).min(1, 'Choose what the token may do.'),
  /** null: every platform */
  platform: keyField.nullable(),
  expiresInDays: z.int().min(1).max(400, 'A token lasts at most 400 days.'),
});
type Input = z.infer<typeof createTokenInput>;

/** A token for a machine. It is shown here only, and can do no more than the person who made it, today and later. */
export async function createToken(ctx: Context, input: Input) {
  const platformId = await requireScopes(ctx, input);
  const token = `plb_${makeSecretToken()}`;
  const id = randomUUID();
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + input.expiresInDays * DAY_MS).toISOString();
  const scopes = [...new Set(input.scopes)].sort();
  await ctx.db.transaction().execute(async (trx) => {
    await insertApiToken(trx, {
      id,
      name: input.name,
      prefix: token.slice(0, 8),
      tokenHash: hashToken(token),
      scopes: JSON.stringify(scopes),
      platformId,
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      createdAt: now.toISOString(),
      expiresAt,
      lastUsedOn: null,
      revokedAt: null,
    });
    const detail = { name: input.name, scopes, expiresAt };
    await recordAudit(trx, ctx, { action: 'token.create', platformId, subject: id, detail });
  });
  return { id, token, expiresAt };
}

/** Refuses scopes that go beyond what the maker may do; a token makes no tokens. */
async function requireScopes(ctx: Context, { platform, scopes }: Input): Promise<string | null> {
  if (ctx.actor.kind === 'token') throw new AppError('FORBIDDEN', 'A token cannot make tokens. Sign in as a person.');
  if (platform === null) {
    requireAdmin(ctx, 'admin');
    return null;
  }
  const { id } = await findPlatform(ctx, platform);
  requireRole(ctx, id, 'viewer', 'read');
  for (const scope of scopes) requireRole(ctx, id, SCOPES[scope], scope);
  return id;
}
