import { z } from 'zod';
import { listApiTokens } from '#db/queries/api-tokens.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole, roleOn } from './permissions.ts';

export const listTokensInput = z.strictObject({ platform: keyField });
const scopesSchema = z.array(z.string());

/** The tokens that work on a platform: one's own, or for administrators everybody's. Never the secret. */
export async function listTokens(ctx: Context, input: z.infer<typeof listTokensInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'admin');
  const { actor } = ctx;
  const everybody = actor.kind !== 'person' || roleOn(actor, platform.id) === 'admin';
  const mine = actor.kind === 'person' ? actor.id : null;
  const at = ctx.now().toISOString();
  return (await listApiTokens(ctx.db))
    .filter((token) => token.platformId === null || token.platformId === platform.id)
    .filter((token) => everybody || token.createdBy === mine)
    .map((token) => ({
      id: token.id,
      name: token.name,
      prefix: token.prefix,
      scopes: scopesSchema.parse(JSON.parse(token.scopes)),
      platform: token.platform,
      madeBy: token.creatorName,
      createdAt: token.createdAt,
      expiresAt: token.expiresAt,
      lastUsedOn: token.lastUsedOn,
      state:
        token.revokedAt !== null
          ? ('revoked' as const)
          : token.expiresAt <= at
            ? ('expired' as const)
            : ('active' as const),
    }));
}
