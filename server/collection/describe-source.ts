import { z } from 'zod';
import type { SourceRun } from '#db/queries/source-runs.ts';
import type { SourceRow } from '#db/queries/sources.ts';

export const sourceStateSchema = z.enum(['active', 'paused', 'failing', 'waiting']);

/** What everybody who sees the platform may know of a source: how it does, not how it is reached. */
export const sourceSummarySchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  state: sourceStateSchema.describe('waiting: it has not been asked yet'),
  failingSince: z.string().nullable(),
  intervalMinutes: z.int(),
  running: z.boolean(),
  lastRunAt: z.string().nullable(),
  nextRunAt: z.string().nullable().describe('null: it is paused'),
  newest: z
    .strictObject({ accepted: z.int(), rejected: z.int(), error: z.string().nullable() })
    .nullable()
    .describe('the newest run that asked for something'),
});
export type SourceSummary = z.infer<typeof sourceSummarySchema>;

type About = { nowMs: number; failingSince: string | null; newest: readonly SourceRun[] };

export function describeSource(row: SourceRow, { nowMs, failingSince, newest }: About): SourceSummary {
  const { id, kind, name, intervalMinutes, lastRunAtMs, nextRunAtMs, leaseUntilMs } = row;
  return {
    id,
    kind,
    name,
    state: stateOf(row, failingSince),
    failingSince,
    intervalMinutes,
    running: leaseUntilMs !== null && leaseUntilMs > nowMs,
    lastRunAt: lastRunAtMs === null ? null : new Date(lastRunAtMs).toISOString(),
    nextRunAt: row.state === 'paused' ? null : new Date(nextRunAtMs).toISOString(),
    newest: newest.length === 0 ? null : sumOf(newest),
  };
}

function stateOf({ state, lastRunAtMs }: SourceRow, failingSince: string | null): SourceSummary['state'] {
  if (state === 'paused') return 'paused';
  if (failingSince !== null) return 'failing';
  return lastRunAtMs === null ? 'waiting' : 'active';
}

/** The queries of one run together; of several problems the first, and what failed before what was only refused. */
function sumOf(runs: readonly SourceRun[]): NonNullable<SourceSummary['newest']> {
  const problem = runs.find(({ failed }) => failed === 1) ?? runs.find(({ error }) => error !== null);
  return {
    accepted: runs.reduce((sum, { accepted }) => sum + accepted, 0),
    rejected: runs.reduce((sum, { rejected }) => sum + rejected, 0),
    error: problem?.error ?? null,
  };
}
