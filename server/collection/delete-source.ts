import type { z } from 'zod';
import { endFailures, listOpenFailures } from '#db/queries/source-failures.ts';
import { saveSourceRow } from '#db/queries/sources.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireSource } from './kept-source.ts';
import { readSourceInput } from './read-source.ts';

export const deleteSourceInput = readSourceInput;

/** Removes a source with its settings and secrets. What it brought, and the runs that brought it, stay. */
export async function deleteSource(ctx: Context, input: z.infer<typeof deleteSourceInput>) {
  const { platform, row } = await requireSource(ctx, input, 'editor', 'sources:write');
  const deletedAt = ctx.now().toISOString();
  const failures = await listOpenFailures(ctx.db, row.id);
  await ctx.db.transaction().execute(async (trx) => {
    await saveSourceRow(trx, row.id, { deletedAt, settings: '{}', secrets: null, allowed: '[]', progress: '{}' });
    await endFailures(
      trx,
      failures.map(({ id }) => id),
      deletedAt,
    );
    await recordAudit(trx, ctx, {
      action: 'source.delete',
      platformId: platform.id,
      subject: row.name,
      detail: { id: row.id },
    });
  });
  if (failures.length > 0) await ctx.rescore(platform.id);
  return { id: row.id };
}
