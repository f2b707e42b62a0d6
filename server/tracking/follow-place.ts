import { z } from 'zod';
import { saveLearnt, type TrackerRow } from '#db/queries/trackers.ts';
import { openKept, settingsOf } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import type { OpenTracker } from '../trackers/tracker.ts';
import { TrackerError } from '../trackers/tracker-error.ts';
import { TRACKER_KINDS } from './kept-tracker.ts';
import type { TrackerRun } from './sync-link.ts';

const DAY_MS = 86_400_000;

/**
 * Once a day: a repository or project that was renamed is written to under its new name from then on. Its old one leads there
 * only until somebody else takes it. Null: somebody pointed the tracker elsewhere meanwhile, and what its server says of its
 * place must not meet the token that was given for another one.
 */
export async function followPlace(ctx: Context, run: TrackerRun): Promise<TrackerRun | null> {
  const { row, tracker, call, platform } = run;
  if (row.placeAtMs !== null && row.placeAtMs + DAY_MS > call.nowMs) return run;
  const { place, settings: changed } = await tracker.look(call);
  const settings = JSON.stringify({ ...settingsOf(row), ...changed });
  const isMoved = place !== tracker.place;
  const moved = { ...row, settings };
  const opened = isMoved ? openMoved(ctx, moved) : null;
  const isSaved = await ctx.db.transaction().execute(async (trx) => {
    const saved = await saveLearnt(trx, row, { placeAtMs: call.nowMs, ...(isMoved ? { settings } : {}) });
    if (!isMoved || !saved) return saved;
    await recordAudit(trx, ctx, {
      action: 'tracker.follow',
      platformId: platform.id,
      subject: row.name,
      detail: { id: row.id, from: tracker.place, to: place },
    });
    return true;
  });
  if (!isSaved) return null;
  return opened === null ? run : { ...run, row: moved, tracker: opened };
}

/** The tracker at its new place. What a server calls a place is believed only where somebody could have entered it. */
function openMoved(ctx: Context, moved: TrackerRow): OpenTracker {
  try {
    return openKept(ctx, TRACKER_KINDS, moved);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new TrackerError('The tracker gives its place a name that none can have. Check its address.', {
      whole: true,
    });
  }
}
