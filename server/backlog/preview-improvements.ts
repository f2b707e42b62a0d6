import { z } from 'zod';
import { describePlan } from '../catalogue/describe-plan.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { readFileRows } from '../catalogue/plan-file.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { SCOPE } from './backlog-rights.ts';
import { IMPROVEMENTS_FILE } from './improvements-file.ts';
import { planImprovements } from './plan-improvements.ts';

export const previewImprovementsInput = z.strictObject({ platform: keyField, csv: z.string() });

/** Reads a file of improvements and says row by row what an import would do. Writes nothing. */
export async function previewImprovements(ctx: Context, input: z.infer<typeof previewImprovementsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  const read = await readFileRows(input.csv, IMPROVEMENTS_FILE);
  const plan = await planImprovements(ctx, platform, read.rows);
  return describePlan(
    read,
    plan.map(({ planned }) => planned),
  );
}
