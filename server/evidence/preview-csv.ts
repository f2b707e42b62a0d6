import { z } from 'zod';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { readSamplesFileTask, type SamplesFile, samplesFileField } from './read-samples-file.ts';

const FIRST_PROBLEMS = 100;

export const previewCsvInput = z.strictObject({ platform: z.string(), csv: samplesFileField });

export type CsvPreview = Omit<SamplesFile, 'samples' | 'rejected'> & { good: number; bad: number };

/** Reads a whole CSV file and says what an import would do with each row. Writes nothing. */
export async function previewCsv(ctx: Context, input: z.infer<typeof previewCsvInput>): Promise<CsvPreview> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'metrics:write');
  const { samples, rejected, problems, ...rest } = await ctx.runTask(readSamplesFileTask, input);
  return { ...rest, good: samples.values.length, bad: rejected, problems: problems.slice(0, FIRST_PROBLEMS) };
}
