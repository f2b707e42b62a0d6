import { z } from 'zod';
import { inPoints } from '../backlog/in-points.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { csvResponse } from '../csv/csv-response.ts';
import { readRegister } from './read-register.ts';

export const exportRegisterInput = z.strictObject({ platform: keyField });

const COLUMNS = [
  ...['id', 'kind', 'state', 'criterion', 'title', 'capability', 'reason', 'requested_by', 'requested_at'],
  ...['decided_by', 'decided_at', 'self_approved', 'decision_note', 'expires_at'],
  ...['cells', 'cells_lifted', 'points'],
];

/** The register as a CSV file, one row a request, past ones too; what rests on one only while it is in force. */
export async function exportRegister(ctx: Context, input: z.infer<typeof exportRegisterInput>): Promise<Response> {
  const { items, platform } = await readRegister(ctx, input);
  const rows = items.map((item) => [
    ...[item.id, item.kind, item.state, item.criterion, item.title, item.capability ?? 'platform', item.reason],
    ...[item.requestedBy, item.requestedAt, item.decidedBy, item.decidedAt, item.selfApproved ? 'yes' : 'no'],
    ...[item.decisionNote, item.expiresAt, item.weight?.cells ?? null, item.weight?.lifted ?? null],
    inPoints(item.weight?.percent ?? null),
  ]);
  return csvResponse(`${platform.key}-exemptions.csv`, [COLUMNS, ...rows]);
}
