import { z } from 'zod';
import { countAttempt } from '#db/queries/rate-limits.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { mayAllow } from '../collection/allows.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { guardedFetch } from '../outbound/guarded-fetch.ts';
import { accountOf } from '../people/account-of.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { TrackerError } from '../trackers/tracker-error.ts';
import { givenTrackerFields, readGivenTracker } from './given-tracker.ts';
import { requireTracker, SCOPE } from './kept-tracker.ts';

export const checkTrackerInput = z.strictObject({
  platform: keyField,
  /** whose secrets are used where none are given */
  tracker: idField.optional(),
  ...givenTrackerFields,
});

const WHOLE_MS = 30_000;
const WINDOW_MS = 15 * 60_000;
const MOST_CHECKS = 60;

/** Asks a tracker, as given and before anything is saved, for the place where its issues are. Nothing is written there. */
export async function checkTracker(ctx: Context, input: z.output<typeof checkTrackerInput>) {
  const { platform: key, tracker } = input;
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  const kept =
    tracker === undefined ? null : (await requireTracker(ctx, { platform: key, tracker }, ['editor', SCOPE])).row;
  const { open, allowed } = readGivenTracker(ctx, input, kept);
  const nowMs = ctx.now().getTime();
  const count = await countAttempt(ctx.db, `tracker-check:${await accountOf(ctx)}`, nowMs, WINDOW_MS);
  if (count > MOST_CHECKS) throw new AppError('TOO_MANY_REQUESTS', 'Too many checks. Wait a quarter of an hour.');
  await recordAudit(ctx.db, ctx, {
    action: 'tracker.check',
    platformId: platform.id,
    subject: kept?.name ?? null,
    detail: { kind: input.kind, server: open.origin },
  });
  const signal = AbortSignal.timeout(WHOLE_MS);
  try {
    const { place } = await open.look({ client: (request) => guardedFetch({ ...request, allowed, signal }), nowMs });
    return { place, problem: null, detail: null };
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    return { place: null, problem: error.message, detail: mayAllow(ctx) ? error.detail : null };
  }
}
