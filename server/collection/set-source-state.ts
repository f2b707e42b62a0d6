import { z } from 'zod';
import { endFailures, listOpenFailures } from '#db/queries/source-failures.ts';
import { saveSourceRow } from '#db/queries/sources.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireSource } from './kept-source.ts';

export const setSourceStateInput = z.strictObject({
  platform: keyField,
  source: idField,
  state: z.enum(['active', 'paused']),
});

/** Lets a source rest, or has it asked again: at once, and for all that was missed meanwhile. */
export async function setSourceState(ctx: Context, input: z.infer<typeof setSourceStateInput>) {
  const { platform, row } = await requireSource(ctx, input, 'editor', 'sources:write');
  const { state } = input;
  if (row.state === state) return { id: row.id, state };
  const now = ctx.now();
  // whoever is not asked does not fail either: what it told before goes stale by itself
  const failures = state === 'paused' ? await listOpenFailures(ctx.db, row.id) : [];
  await ctx.db.transaction().execute(async (trx) => {
    await saveSourceRow(trx, row.id, { state, nextRunAtMs: now.getTime() });
    await endFailures(
      trx,
      failures.map(({ id }) => id),
      now.toISOString(),
    );
    await recordAudit(trx, ctx, {
      action: state === 'paused' ? 'source.pause' : 'source.resume',
      platformId: platform.id,
      subject: row.name,
      detail: { id: row.id },
    });
  });
  if (failures.length > 0) await ctx.rescore(platform.id);
  return { id: row.id, state };
}
