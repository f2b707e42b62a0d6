import { z } from 'zod';
import { deleteLink, findLink, findLinkedTo, insertLink } from '#db/queries/tracker-links.ts';
import { findTracker, saveTrackerRow, type TrackerRow } from '#db/queries/trackers.ts';
import { notYours, requireImprovement } from '../backlog/require-improvement.ts';
import { keyField } from '../catalogue/fields.ts';
import { openWithoutSecrets } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { SCOPE, TRACKER_KINDS } from './kept-tracker.ts';

export const linkImprovementInput = z.strictObject({
  platform: keyField,
  id: idField,
  tracker: idField,
  /** left out: a new issue is made */
  issue: z.string().trim().max(500).optional().describe('The address of an issue that is there already.'),
});

/**
 * Links an improvement to an issue of a tracker, to one that is there or to a new one. It is written a moment later, or when the
 * tracker can be reached again. What was linked to an issue that is gone may be linked anew.
 */
export async function linkImprovement(ctx: Context, input: z.output<typeof linkImprovementInput>) {
  const { platform, improvement, rights, subject } = await requireImprovement(ctx, input, ['owner', SCOPE]);
  if (!rights.plan(subject.capabilities)) throw notYours();
  const row = await findTracker(ctx.db, platform.id, input.tracker);
  if (row === undefined) throw new AppError('NOT_FOUND', 'There is no such tracker.');
  const ref = await refOf(ctx, row, input.issue);
  const address = input.issue === undefined ? null : pageOf(input.issue);
  const { id } = improvement;
  const now = ctx.now();
  await ctx.db.transaction().execute(async (trx) => {
    if ((await findLink(trx, id))?.state === 'broken') await deleteLink(trx, id);
    const isNew = await insertLink(trx, {
      ...{ improvementId: id, trackerId: row.id, state: 'waiting', ref, name: null, address },
      ...{ seen: null, seenVersion: 0, linkedAt: now.toISOString(), triedAtMs: null, lookedAtMs: null },
      ...{ attempts: 0, retryAtMs: null, error: null },
    });
    if (!isNew) throw new AppError('CONFLICT', 'This improvement is linked to an issue already. Unlink it first.');
    // at once, unless the tracker asked for silence
    await saveTrackerRow(trx, row.id, { nextRunAtMs: now.getTime() });
    const detail = { tracker: row.name, kind: row.kind, issue: address };
    await recordAudit(trx, ctx, { action: 'improvement.link', platformId: platform.id, subject: id, detail });
  });
  return { id, state: 'waiting' as const };
}

/** The page and nothing beside it: until the tracker was asked this is the link that is shown. */
function pageOf(issue: string): string {
  const { origin, pathname } = new URL(issue);
  return `${origin}${pathname}`;
}

async function refOf(ctx: Context, row: TrackerRow, address: string | undefined): Promise<string | null> {
  if (address === undefined) return null;
  const tracker = openWithoutSecrets(TRACKER_KINDS, row);
  const ref = tracker.refOf(address);
  if (ref === null) throw new AppError('BAD_REQUEST', `This is not the address of an issue of ${tracker.place}.`);
  if ((await findLinkedTo(ctx.db, { trackerId: row.id, ref })) !== null) {
    throw new AppError('CONFLICT', 'Another improvement is linked to this issue already.');
  }
  return ref;
}
