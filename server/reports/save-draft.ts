import { z } from 'zod';
import { saveReportDraft } from '#db/queries/report-drafts.ts';
import { parsePeriod } from '../assessments/period.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { writerOf } from '../people/writer-of.ts';
import { asksField, noteField } from './report-words.ts';

export const saveDraftInput = z.strictObject({
  platform: z.string(),
  period: z.string(),
  note: noteField,
  asks: asksField,
});

/** Keeps what an editor writes for a quarter's report. The audit log holds every version; freezing takes the newest. */
export async function saveDraft(
  ctx: Context,
  input: z.infer<typeof saveDraftInput>,
): Promise<{ savedBy: string; savedAt: string }> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'assessments:write');
  const { label } = parsePeriod(input.period, platform);
  const { name, id } = writerOf(ctx);
  const saved = { savedBy: name, savedAt: ctx.now().toISOString() };
  const { note, asks } = input;
  await ctx.db.transaction().execute(async (trx) => {
    const words = { note: note === '' ? null : note, asks: JSON.stringify(asks) };
    await saveReportDraft(trx, { platformId: platform.id, period: label, ...words, ...saved, savedById: id });
    const detail = { period: label, note, asks };
    await recordAudit(trx, ctx, { action: 'report.draft', platformId: platform.id, subject: label, detail });
  });
  return saved;
}
