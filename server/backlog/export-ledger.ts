import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { csvResponse } from '../csv/csv-response.ts';
import { inPoints } from './in-points.ts';
import { openLedger } from './open-ledger.ts';

export const exportLedgerInput = z.strictObject({ platform: keyField });

const COLUMNS = [
  ...['id', 'title', 'quarter', 'verdict', 'done_at', 'settled_at'],
  ...['predicted_points', 'measured_points', 'effort_days', 'actual_days'],
];

/** The ledger as a CSV file, one row an improvement, effects in points of percent to target. */
export async function exportLedger(ctx: Context, input: z.infer<typeof exportLedgerInput>): Promise<Response> {
  const { items, platform } = await openLedger(ctx, input);
  const rows = items.map((item) => [
    ...[item.id, item.title, item.period, item.state, item.closedAt, item.settledAt],
    ...[inPoints(item.predicted), inPoints(item.measured), item.effortDays, item.actualDays],
  ]);
  return csvResponse(`${platform.key}-ledger.csv`, [COLUMNS, ...rows]);
}
