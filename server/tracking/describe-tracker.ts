import { z } from 'zod';
import type { countLinks } from '#db/queries/tracker-links.ts';
import type { TrackerRow } from '#db/queries/trackers.ts';
import { kindOf, openWithoutSecrets } from '../connections/kept-connection.ts';
import { TRACKER_KINDS } from './kept-tracker.ts';

export const trackerStateSchema = z.enum(['active', 'paused', 'failing', 'limited', 'waiting']);

/** What everybody who sees the platform may know of a tracker: how it does, not how it is reached. */
export const trackerSummarySchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  place: z.string().describe('where its issues are, as people call it'),
  direction: z.enum(['both', 'out']).describe('out: it is written to, and nothing comes back'),
  state: trackerStateSchema.describe('limited: it asked for fewer calls · waiting: it has not been called yet'),
  intervalMinutes: z.int(),
  running: z.boolean(),
  lastRunAt: z.string().nullable(),
  nextRunAt: z.string().nullable().describe('null: it is paused'),
  holdUntil: z.string().nullable().describe('it is not called before'),
  error: z.string().nullable(),
  errorSince: z.string().nullable(),
  linked: z.int().describe('improvements that have an issue there'),
  queued: z.int().describe('of these, how many wait to be written'),
  broken: z.int().describe('whose issue is gone'),
});
export type TrackerSummary = z.infer<typeof trackerSummarySchema>;

type Links = NonNullable<ReturnType<Awaited<ReturnType<typeof countLinks>>['get']>>;
const timeOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Whether something of a link waits to be written. */
export const isQueued = ({ state, seenVersion, version }: Pick<Links[number], 'state' | 'seenVersion' | 'version'>) =>
  state !== 'broken' && seenVersion !== version;

export function describeTracker(row: TrackerRow, links: Links, nowMs: number): TrackerSummary {
  const { id, kind, name, intervalMinutes, lastRunAtMs, nextRunAtMs, leaseUntilMs, error, errorSince } = row;
  const holds = row.holdUntilMs !== null && row.holdUntilMs > nowMs;
  return {
    ...{ id, kind, name, intervalMinutes, error, errorSince },
    place: openWithoutSecrets(TRACKER_KINDS, row).place,
    direction: kindOf(TRACKER_KINDS, kind).direction,
    state: stateOf(row),
    running: leaseUntilMs !== null && leaseUntilMs > nowMs,
    lastRunAt: timeOf(lastRunAtMs),
    nextRunAt: row.state === 'paused' ? null : timeOf(Math.max(nextRunAtMs, row.holdUntilMs ?? 0)),
    holdUntil: holds ? timeOf(row.holdUntilMs) : null,
    linked: links.filter(({ state }) => state !== 'broken').length,
    queued: links.filter(isQueued).length,
    broken: links.filter(({ state }) => state === 'broken').length,
  };
}

function stateOf({ state, error, limited, lastRunAtMs }: TrackerRow): TrackerSummary['state'] {
  if (state === 'paused') return 'paused';
  if (error !== null) return limited === 1 ? 'limited' : 'failing';
  return lastRunAtMs === null ? 'waiting' : 'active';
}
