import { z } from 'zod';
import { findSource, type SourceRow } from '#db/queries/sources.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { SOURCES } from '../sources/registry.ts';

/** Sources as connections, and how their secrets are called. */
export const SOURCE_KINDS = { noun: 'source', secret: 'token or password', kinds: SOURCES };

type Wanted = { platform: string; source: string };

/** A source of a platform, for somebody with at least `role` there. */
export async function requireSource(
  ctx: Context,
  { platform: key, source }: Wanted,
  role: Role,
  scope: string,
): Promise<{ platform: Platform; row: SourceRow }> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, role, scope);
  const row = await findSource(ctx.db, platform.id, source);
  if (row === undefined) throw new AppError('NOT_FOUND', 'There is no such source.');
  return { platform, row };
}

const progressSchema = z.record(z.string(), z.number());
export const progressOf = ({ progress }: SourceRow) => progressSchema.parse(JSON.parse(progress));
