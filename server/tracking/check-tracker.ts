import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { givenFields, readGiven } from '../connections/given-connection.ts';
import { limitChecks } from '../connections/limit-checks.ts';
import { mayAllow } from '../connections/may-allow.ts';
import type { Context } from '../context.ts';
import { clientOf } from '../outbound/client-of.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { TrackerError } from '../trackers/tracker-error.ts';
import { requireTracker, SCOPE, TRACKER_KINDS } from './kept-tracker.ts';

export const checkTrackerInput = z.strictObject({
  platform: keyField,
  /** whose secrets are used where none are given */
  tracker: idField.optional(),
  ...givenFields,
});

const WHOLE_MS = 30_000;

/** Asks a tracker, as given and before anything is saved, for the place where its issues are. Nothing is written there. */
export async function checkTracker(ctx: Context, input: z.output<typeof checkTrackerInput>) {
  const { platform: key, tracker } = input;
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  const kept =
    tracker === undefined ? null : (await requireTracker(ctx, { platform: key, tracker }, ['editor', SCOPE])).row;
  const { open, allowed } = readGiven(ctx, TRACKER_KINDS, { given: input, row: kept });
  await limitChecks(ctx, 'tracker');
  await recordAudit(ctx.db, ctx, {
    action: 'tracker.check',
    platformId: platform.id,
    subject: kept?.name ?? null,
    detail: { kind: input.kind, server: open.origin },
  });
  const client = clientOf({ allowed, signal: AbortSignal.timeout(WHOLE_MS) });
  try {
    const { place } = await open.look({ client, nowMs: ctx.now().getTime() });
    return { place, problem: null, detail: null };
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    return { place: null, problem: error.message, detail: mayAllow(ctx) ? error.detail : null };
  }
}
