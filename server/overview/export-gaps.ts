import type { z } from 'zod';
import type { Context } from '../context.ts';
import { csvResponse } from '../csv/csv-response.ts';
import { listGaps, type listGapsInput } from './list-gaps.ts';

const COLUMNS = [
  ...['capability', 'aspect', 'level', 'claimed', 'felt', 'felt_coverage', 'measured', 'measured_coverage'],
  ...['gap', 'higher', 'lower'],
];

/** What is claimed, felt and measured as a CSV file, one row a cell; its first gap beside it. */
export async function exportGaps(ctx: Context, input: z.infer<typeof listGapsInput>): Promise<Response> {
  const { cells, platform } = await listGaps(ctx, input);
  const rows = cells.map(({ gaps: [gap], ...cell }) => [
    ...[cell.capability, cell.aspect, cell.level, cell.claimed, cell.felt, cell.feltCoverage],
    ...[cell.measured, cell.measuredCoverage, gap?.size ?? null, gap?.higher ?? null, gap?.lower ?? null],
  ]);
  return csvResponse(`${platform.key}-gaps.csv`, [COLUMNS, ...rows]);
}
