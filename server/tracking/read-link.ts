import { z } from 'zod';
import { findLink } from '#db/queries/tracker-links.ts';
import { findTracker, listTrackers, type TrackerRow } from '#db/queries/trackers.ts';
import { requireImprovement } from '../backlog/require-improvement.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { describeTracker, isQueued, trackerStateSchema } from './describe-tracker.ts';

export const readLinkInput = z.strictObject({ platform: keyField, id: idField });

export const linkSchema = z.strictObject({
  link: z
    .strictObject({
      tracker: z.strictObject({
        ...{ id: z.string(), name: z.string(), kind: z.string(), state: trackerStateSchema },
        direction: z.enum(['both', 'out']),
      }),
      state: z.enum(['waiting', 'linked', 'broken']).describe('waiting: not reached yet · broken: the issue is gone'),
      issue: z.string().nullable().describe('how people call it'),
      address: z.string().nullable(),
      queued: z.boolean().describe('something waits to be written'),
      error: z.string().nullable().describe('why the newest attempt failed, or why it is broken'),
      holdUntil: z.string().nullable().describe('it is not tried again before'),
      syncedAt: z.string().nullable(),
    })
    .nullable()
    .describe('null: it is linked to no issue'),
  trackers: z
    .array(z.strictObject({ id: z.string(), name: z.string(), kind: z.string(), place: z.string() }))
    .describe('where an issue can be'),
  mayLink: z.boolean(),
});

/** The issue of an improvement and how far both are in step; what the actor may do about it. */
export async function readLink(
  ctx: Context,
  input: z.infer<typeof readLinkInput>,
): Promise<z.infer<typeof linkSchema>> {
  const { platform, improvement, rights, subject } = await requireImprovement(ctx, input, ['viewer', 'read']);
  const nowMs = ctx.now().getTime();
  const trackers = await listTrackers(ctx.db, platform.id);
  return {
    link: await linkOf(ctx, improvement, nowMs),
    trackers: trackers.map((row) => {
      const { id, name, kind, place } = describeTracker(row, [], nowMs);
      return { id, name, kind, place };
    }),
    mayLink: rights.plan(subject.capabilities),
  };
}

type Improvement = { id: string; platformId: string; version: number };

async function linkOf(ctx: Context, { id, platformId, version }: Improvement, nowMs: number) {
  const link = await findLink(ctx.db, id);
  const row = link === undefined ? undefined : await findTracker(ctx.db, platformId, link.trackerId);
  if (link === undefined || row === undefined) return null;
  const about = describeTracker(row, [], nowMs);
  const { state, name: issue, address, lookedAtMs } = link;
  return {
    tracker: { id: row.id, name: row.name, kind: row.kind, state: about.state, direction: about.direction },
    ...{ state, issue, address },
    queued: isQueued({ ...link, version }),
    error: link.error ?? (state === 'broken' ? null : row.error),
    holdUntil: holdOf(row, link.retryAtMs, nowMs),
    syncedAt: lookedAtMs === null ? null : new Date(lookedAtMs).toISOString(),
  };
}

function holdOf({ holdUntilMs }: TrackerRow, retryAtMs: number | null, nowMs: number): string | null {
  const until = Math.max(holdUntilMs ?? 0, retryAtMs ?? 0);
  return until > nowMs ? new Date(until).toISOString() : null;
}
