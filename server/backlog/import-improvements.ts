import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { effectOf, problemsOf, readFileRows, refusalOf } from '../catalogue/plan-file.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { SCOPE } from './backlog-rights.ts';
import { IMPROVEMENTS_FILE } from './improvements-file.ts';
import { planImprovements } from './plan-improvements.ts';
import { foresee, writeImprovement } from './write-improvement.ts';

export const importImprovementsInput = z.strictObject({
  platform: keyField,
  csv: z.string(),
  /** as the browser names it; kept in the audit log */
  fileName: z.string().max(200).default(''),
});

/** Takes in a file of improvements: every row of it, or, where one is wrong, none. The same file again changes nothing. */
export async function importImprovements(ctx: Context, input: z.output<typeof importImprovementsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  const read = await readFileRows(input.csv, IMPROVEMENTS_FILE);
  const plan = await planImprovements(ctx, platform, read.rows);
  const problems = problemsOf(read, { rows: plan.map(({ planned }) => planned) });
  if (problems.length > 0) throw new AppError('BAD_REQUEST', refusalOf(problems));
  const moving = plan.filter(({ planned }) => effectOf(planned) !== 'same');
  const count = (effect: string) => moving.filter(({ planned }) => effectOf(planned) === effect).length;
  const counts = { added: count('add'), changed: count('change'), same: plan.length - moving.length };
  if (moving.length === 0) return counts;
  // what takes long happens before the database is locked
  const foreseen = await foresee(ctx, platform, moving);
  await ctx.db.transaction().execute(async (trx) => {
    for (const one of foreseen) await writeImprovement({ ...ctx, db: trx }, platform.id, one);
    const detail = { file: input.fileName, ...counts };
    await recordAudit(trx, ctx, { action: 'backlog.import', platformId: platform.id, subject: 'improvements', detail });
  });
  return counts;
}
