import type { z } from 'zod';
import { saveSourceRow } from '#db/queries/sources.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireSource } from './kept-source.ts';
import { readSourceInput } from './read-source.ts';

export const runSourceInput = readSourceInput;

/** Has a source asked now, a moment after this returns; where a run is going on, after that one. */
export async function runSource(ctx: Context, input: z.infer<typeof runSourceInput>) {
  const { platform, row } = await requireSource(ctx, input, 'editor', 'sources:write');
  if (row.state === 'paused') throw new AppError('CONFLICT', 'This source is paused. Resume it first.');
  await ctx.db.transaction().execute(async (trx) => {
    await saveSourceRow(trx, row.id, { nextRunAtMs: ctx.now().getTime() });
    await recordAudit(trx, ctx, {
      action: 'source.run',
      platformId: platform.id,
      subject: row.name,
      detail: { id: row.id },
    });
  });
  return { id: row.id };
}
