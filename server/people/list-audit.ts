import { z } from 'zod';
import { listAuditEntries } from '#db/queries/audit.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { decodeCursor, encodeCursor } from '../rest/paging.ts';
import { idField } from './fields.ts';
import { requireAdmin, requireRole } from './permissions.ts';

export const listAuditInput = z.strictObject({
  /** null: the whole deployment */
  platform: keyField.nullable(),
  /** a dotted verb or its beginning, such as `role.` */
  action: z
    .string()
    .max(60)
    .regex(/^[a-z.-]*$/, 'Write the beginning of an action, such as "role".')
    .optional(),
  actor: idField.optional(),
  from: z.iso.date().optional(),
  /** inclusive */
  to: z.iso.date().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(200).default(50),
});
const detailSchema = z.record(z.string(), z.unknown());

/** Who did what, newest first, a page at a time. */
export async function listAudit(ctx: Context, input: z.output<typeof listAuditInput>) {
  const platformId = await requireAuditing(ctx, input.platform);
  const [beforeAt, beforeId] = decodeCursor(input.cursor, 2) ?? [];
  const rows = await listAuditEntries(ctx.db, {
    platformId,
    action: input.action || null,
    actorId: input.actor ?? null,
    from: input.from === undefined ? null : `${input.from}T00:00:00.000Z`,
    until: input.to === undefined ? null : dayAfter(input.to),
    before: beforeAt === undefined || beforeId === undefined ? null : [beforeAt, beforeId],
    limit: input.limit + 1,
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ platformId: _, detail, ...entry }) => ({
      ...entry,
      detail: detailSchema.parse(JSON.parse(detail)),
    })),
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.at, last.id]) : null,
  };
}

async function requireAuditing(ctx: Context, key: string | null): Promise<string | null> {
  if (key === null) {
    requireAdmin(ctx, 'admin');
    return null;
  }
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'admin', 'admin');
  return platform.id;
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
