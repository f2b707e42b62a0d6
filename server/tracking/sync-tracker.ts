import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { releaseRun } from '#db/queries/run-leases.ts';
import { type LinkOfTracker, listLinksOf, saveLink } from '#db/queries/tracker-links.ts';
import { claimTracker, saveLearnt, saveTrackerRow, type TrackerRow } from '#db/queries/trackers.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { allowedOf, openKept } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { clientOf } from '../outbound/client-of.ts';
import type { Changed, Cursor, OpenTracker } from '../trackers/tracker.ts';
import { TrackerError } from '../trackers/tracker-error.ts';
import { followPlace } from './follow-place.ts';
import { TRACKER_KINDS } from './kept-tracker.ts';
import { seenSchema } from './merge-issue.ts';
import { syncLink, type TrackerRun } from './sync-link.ts';
import { sideOf } from './take-issue.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** After this long a run stops and goes on as the next one. */
const RUN_MS = 5 * MINUTE_MS;
/** Longer than any run: whoever dies in the middle holds the tracker no longer than this. */
const LEASE_MS = 8 * MINUTE_MS;
const LONGEST_HOLD_MS = 60 * MINUTE_MS;
/** Issues that nothing tells about are looked at once a day, so many a run. */
const MOST_LOOKS = 50;

/**
 * Brings a tracker and the improvements that are linked to it in step, unless another run has it. What fails is kept and shown;
 * what could not be written stays waiting. False: there was nothing to do here.
 */
export async function syncTracker(ctx: Context, id: string, signal: AbortSignal): Promise<boolean> {
  const nowMs = ctx.now().getTime();
  const row = await claimTracker(ctx.db, id, { nowMs, leaseUntilMs: nowMs + LEASE_MS });
  if (row === undefined) return false;
  const until = AbortSignal.any([signal, AbortSignal.timeout(RUN_MS)]);
  let { nextRunAtMs } = row;
  try {
    const acting: Context = { ...ctx, actor: { kind: 'system', name: row.name } };
    await saveTrackerRow(ctx.db, id, await outcomeOf(acting, row, until));
    if (until.aborted) nextRunAtMs = nowMs + 1;
  } finally {
    await releaseRun(ctx.db, 'tracker', row, { lastRunAtMs: nowMs, nextRunAtMs });
  }
  return true;
}

type Outcome = Pick<TrackerRow, 'failures' | 'error' | 'errorSince' | 'holdUntilMs' | 'limited'>;

async function outcomeOf(ctx: Context, row: TrackerRow, signal: AbortSignal): Promise<Outcome> {
  try {
    await syncAll(ctx, row, signal);
    return { failures: 0, error: null, errorSince: null, holdUntilMs: null, limited: 0 };
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    const { failures, errorSince } = row;
    // it was broken off, not refused: the next run goes on
    if (signal.aborted) return { failures, error: row.error, errorSince, holdUntilMs: null, limited: 0 };
    const nowMs = ctx.now().getTime();
    return {
      failures: failures + 1,
      error: error.message,
      errorSince: errorSince ?? ctx.now().toISOString(),
      limited: error.waitUntilMs === null ? 0 : 1,
      holdUntilMs: error.waitUntilMs ?? nowMs + waitAfter(failures),
    };
  }
}

/** Ever longer: one minute, two, four … up to an hour. */
const waitAfter = (failures: number): number => Math.min(MINUTE_MS * 2 ** failures, LONGEST_HOLD_MS);

async function syncAll(ctx: Context, row: TrackerRow, signal: AbortSignal): Promise<void> {
  const found = await findPlatformById(ctx.db, row.platformId);
  const tracker = openForRun(ctx, row);
  if (found === undefined) return;
  const call = { client: clientOf({ allowed: allowedOf(row), signal }), nowMs: ctx.now().getTime() };
  const platform = await findPlatform(ctx, found.key);
  const run = await followPlace(ctx, { platform, row, tracker, call });
  if (run === null) return;
  const links = await listLinksOf(ctx.db, row.id);
  const changes = await readChanges(run, links);
  for (const link of dueLinks(run, links, changes.issues)) {
    if (signal.aborted) return;
    await tryLink(ctx, run, link);
  }
  if (changes.cursor !== null) await saveLearnt(ctx.db, run.row, { cursor: JSON.stringify(changes.cursor) });
}

function openForRun(ctx: Context, row: TrackerRow): OpenTracker {
  try {
    return openKept(ctx, TRACKER_KINDS, row);
  } catch (error) {
    throw error instanceof AppError ? new TrackerError(error.message, { whole: true }) : error;
  }
}

const cursorSchema = z.strictObject({ since: z.string(), etag: z.string().nullable() });

/** What changed in the tracker since the last run; before the first, since the day before. */
async function readChanges({ row, tracker, call }: TrackerRun, links: readonly LinkOfTracker[]) {
  const nothing: { issues: Changed[]; cursor: Cursor | null } = { issues: [], cursor: null };
  if (tracker.changes === null || links.length === 0) return nothing;
  const from =
    row.cursor === null
      ? { since: new Date(call.nowMs - DAY_MS).toISOString(), etag: null }
      : cursorSchema.parse(JSON.parse(row.cursor));
  return tracker.changes(call, from);
}

/** Links for which there is something to do, those first that people wait for. */
function dueLinks({ row, tracker, call }: TrackerRun, links: readonly LinkOfTracker[], issues: readonly Changed[]) {
  const { nowMs } = call;
  const changed = new Map(issues.map((issue) => [issue.ref, issue]));
  const alive = links.filter(({ state }) => state !== 'broken');
  const isTime = row.lastRunAtMs === null || row.lastRunAtMs + row.intervalMinutes * MINUTE_MS <= nowMs;
  const due = alive.filter((link) => {
    if (link.retryAtMs !== null && link.retryAtMs > nowMs) return false;
    if (link.seen === null || link.version !== link.seenVersion || link.retryAtMs !== null) return true;
    const issue = changed.get(link.ref ?? '');
    if (issue !== undefined && differs(issue, link.seen)) return true;
    return tracker.changes !== null && isTime && !tracker.covers(link.name ?? '');
  });
  const looks = alive
    .filter((link) => !due.includes(link) && link.retryAtMs === null && (link.lookedAtMs ?? 0) + DAY_MS <= nowMs)
    .toSorted((a, b) => (a.lookedAtMs ?? 0) - (b.lookedAtMs ?? 0))
    .slice(0, MOST_LOOKS);
  return [...due, ...looks];
}

function differs(issue: Changed, seen: string): boolean {
  const { theirs } = seenSchema.parse(JSON.parse(seen));
  const { title, open } = sideOf(issue);
  return title !== theirs.title || open !== theirs.open;
}

/** What fails for one issue alone is tried again ever later, and keeps no other from its turn. */
async function tryLink(ctx: Context, run: TrackerRun, link: LinkOfTracker): Promise<void> {
  try {
    await syncLink(ctx, run, link);
  } catch (error) {
    const own = error instanceof AppError || (error instanceof TrackerError && !error.whole);
    if (!own) throw error;
    const retryAtMs = ctx.now().getTime() + waitAfter(link.attempts);
    await saveLink(ctx.db, link, { attempts: link.attempts + 1, retryAtMs, error: error.message });
  }
}
