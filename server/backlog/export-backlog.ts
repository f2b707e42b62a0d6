import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { csvResponse } from '../csv/csv-response.ts';
import { inPoints } from './in-points.ts';
import { listBacklog } from './list-backlog.ts';
import { writePlaces } from './write-places.ts';

export const exportBacklogInput = z.strictObject({ platform: keyField });

const COLUMNS = [
  ...['id', 'title', 'state', 'owner', 'due_on', 'effort_days', 'criteria', 'capabilities'],
  ...['predicted_points', 'measured_points', 'created_at', 'started_at', 'closed_at', 'notes'],
  ...['actual_days', 'campaign', 'external_key', 'places'],
];

/** The backlog as a CSV file for spreadsheets: one row an improvement, effects in points of percent to target. */
export async function exportBacklog(ctx: Context, input: z.infer<typeof exportBacklogInput>): Promise<Response> {
  const { items, platform } = await listBacklog(ctx, input);
  const rows = items.map((item) => [
    ...[item.id, item.title, item.state, item.owner?.name ?? null, item.dueOn, item.effortDays],
    item.criteria.map(({ criterion }) => criterion).join(' '),
    [...new Set(item.criteria.map(({ capability }) => capability ?? 'platform'))].join(' '),
    ...[inPoints(item.predicted?.value ?? null), inPoints(item.measured?.value ?? null)],
    ...[item.createdAt, item.startedAt, item.closedAt, item.notes],
    // what an import takes back: the key, and each criterion with its capability
    ...[item.actualDays, item.campaign?.name ?? null, item.externalKey ?? item.id],
    writePlaces(item.criteria),
  ]);
  return csvResponse(`${platform.key}-backlog.csv`, [COLUMNS, ...rows]);
}
