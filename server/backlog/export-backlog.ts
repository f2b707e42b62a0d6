import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { listBacklog } from './list-backlog.ts';

export const exportBacklogInput = z.strictObject({ platform: keyField });

const COLUMNS = [
  ...['id', 'title', 'state', 'owner', 'due_on', 'effort_days', 'criteria', 'capabilities'],
  ...['predicted_points', 'measured_points', 'created_at', 'started_at', 'closed_at', 'notes'],
];

const POINTS = 100;
const inPoints = (effect: { value: number | null } | null) =>
  effect === null || effect.value === null ? null : Math.round(effect.value * POINTS * POINTS) / POINTS;

/** The backlog as a CSV file for spreadsheets: RFC 4180, UTF-8, one row an improvement, effects in points of percent to target. */
export async function exportBacklog(ctx: Context, input: z.infer<typeof exportBacklogInput>): Promise<Response> {
  const { items, platform } = await listBacklog(ctx, input);
  const rows = items.map((item) => [
    ...[item.id, item.title, item.state, item.owner?.name ?? null, item.dueOn, item.effortDays],
    item.criteria.map(({ criterion }) => criterion).join(' '),
    [...new Set(item.criteria.map(({ capability }) => capability ?? 'platform'))].join(' '),
    ...[inPoints(item.predicted), inPoints(item.measured)],
    ...[item.createdAt, item.startedAt, item.closedAt, item.notes],
  ]);
  return new Response(writeCsv([COLUMNS, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${platform.key}-backlog.csv"`,
      'cache-control': 'no-store',
    },
  });
}
