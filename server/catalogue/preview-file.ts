import { z } from 'zod';
import type { Context } from '../context.ts';
import { describePlan } from './describe-plan.ts';
import { fileOfKind, filePlace, readFileRows } from './plan-file.ts';

export const previewFileInput = z.strictObject({ ...filePlace, csv: z.string() });

/** Reads a file of teams, capabilities or targets and says what an import would do. Writes nothing. */
export async function previewFile(ctx: Context, { kind, platform, csv }: z.infer<typeof previewFileInput>) {
  const file = fileOfKind(kind);
  const open = await file.open(ctx, platform, 'change');
  const read = await readFileRows(csv, file);
  const plan = await open.plan(ctx.db, read.rows);
  return describePlan(read, plan.rows);
}
