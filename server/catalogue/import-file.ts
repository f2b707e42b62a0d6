import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { effectOf, fileOfKind, filePlace, problemsOf, readFileRows, refusalOf } from './plan-file.ts';

export const importFileInput = z.strictObject({
  ...filePlace,
  csv: z.string(),
  /** as the browser names it; kept in the audit log */
  fileName: z.string().max(200).default(''),
});

/** Takes in a file of teams, capabilities or targets: every row of it, or, where one is wrong, none. */
export async function importFile(ctx: Context, { kind, platform, csv, fileName }: z.output<typeof importFileInput>) {
  const file = fileOfKind(kind);
  const open = await file.open(ctx, platform, 'change');
  const read = await readFileRows(csv, file);
  const imported = await ctx.db.transaction().execute(async (trx) => {
    await open.hold(trx);
    const plan = await open.plan(trx, read.rows);
    const problems = problemsOf(read, plan);
    if (problems.length > 0) throw new AppError('BAD_REQUEST', refusalOf(problems));
    const effects = plan.rows.map(effectOf);
    const count = (wanted: string) => effects.filter((effect) => effect === wanted).length;
    const counts = { added: count('add'), changed: count('change'), same: count('same') };
    if (counts.added + counts.changed > 0) {
      await plan.apply(trx);
      const change = { action: 'catalogue.import', platformId: open.platformId, subject: kind };
      await recordAudit(trx, ctx, { ...change, detail: { file: fileName, ...counts } });
    }
    return counts;
  });
  if (open.platformId !== null && imported.added + imported.changed > 0) await ctx.rescore(open.platformId);
  return imported;
}
