import { findImprovement, type ImprovementRow } from '#db/queries/improvements.ts';
import { findLinkedTo, type LinkOfTracker, saveLink } from '#db/queries/tracker-links.ts';
import type { TrackerRow } from '#db/queries/trackers.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import type { Gone, Issue, OpenTracker, TrackerCall } from '../trackers/tracker.ts';
import { describeSection, markOf, sectionHash } from './describe-section.ts';
import { issueOf } from './issue-states.ts';
import { type Merge, mergeIssue, type Seen, seenSchema } from './merge-issue.ts';
import { sideOf, sideOfImprovement, takeIssue } from './take-issue.ts';

export type TrackerRun = { platform: Platform; row: TrackerRow; tracker: OpenTracker; call: TrackerCall };

/** Clocks differ: an issue that was made unclearly is looked for from an hour earlier. */
const SKEW_MS = 3_600_000;

/**
 * Brings one improvement and its issue in step: makes the issue where there is none, takes what people changed in it, and writes
 * what changed here. Throws `TrackerError`, or an `AppError` where somebody changed the improvement meanwhile; what was done until
 * then stands, and the next run goes on from it.
 */
export async function syncLink(ctx: Context, run: TrackerRun, link: LinkOfTracker): Promise<void> {
  const improvement = await findImprovement(ctx.db, link.improvementId);
  if (improvement === undefined) return;
  const issue =
    link.ref === null ? await makeIssue(ctx, run, { link, improvement }) : await run.tracker.read(run.call, link.ref);
  if ('gone' in issue) return markBroken(ctx, run, { link, gone: issue });
  const other = await findLinkedTo(ctx.db, { trackerId: run.row.id, ref: issue.ref });
  if (other !== null && other !== link.improvementId) {
    return markBroken(ctx, run, { link, gone: { gone: `${issue.name} belongs to another improvement already.` } });
  }
  await reach(ctx, { link, issue });
  await meet(ctx, run, { link, issue, improvement });
}

type Making = { link: LinkOfTracker; improvement: ImprovementRow };

/** Makes the issue once: after an attempt whose end is unclear it is looked for first. */
async function makeIssue(ctx: Context, run: TrackerRun, { link, improvement }: Making): Promise<Issue | Gone> {
  const { tracker, call, platform } = run;
  if (link.triedAtMs !== null) {
    const about = { mark: markOf(improvement.id), sinceMs: link.triedAtMs - SKEW_MS };
    const found = await tracker.find(call, about);
    if (found !== null) return found;
  }
  await saveLink(ctx.db, link, { triedAtMs: link.triedAtMs ?? ctx.now().getTime() });
  const { open, reason } = issueOf(improvement.state);
  const section = await describeSection(ctx, platform, improvement);
  const { title, notes: text } = improvement;
  return tracker.create(call, { title, text, open, reason, section, labels: tracker.labels });
}

/** Keeps where the issue is before anything else can fail; a new name was given by people, and is followed. */
async function reach(ctx: Context, { link, issue }: { link: LinkOfTracker; issue: Issue }): Promise<void> {
  const { ref, name, address } = issue;
  if (link.ref === ref && link.name === name && link.address === address) return;
  await saveLink(ctx.db, link, { ref, name, address });
}

type Meeting = { link: LinkOfTracker; issue: Issue; improvement: ImprovementRow };

async function meet(ctx: Context, run: TrackerRun, { link, issue, improvement }: Meeting): Promise<void> {
  const { tracker, platform, call } = run;
  const isNew = link.seen === null;
  const isOurs = link.ref === null || link.triedAtMs !== null;
  const theirs = sideOf(issue);
  const seen = link.seen === null ? null : seenSchema.parse(JSON.parse(link.seen));
  // an issue of ours that was never finished takes all from here; one of other people's stays as it is when it is linked
  const unfinished = isOurs ? { ours: { ...theirs, section: '' }, theirs } : null;
  const merge = mergeIssue({
    ours: sideOfImprovement(improvement),
    theirs,
    seen: seen ?? unfinished,
    takes: tracker.changes !== null,
    theirsIsNewer: issue.updatedAtMs > Date.parse(improvement.updatedAt),
  });
  const taken = await takeIssue(ctx, { platform, improvement }, merge.inward);
  await recordConflicts(ctx, run, { improvement, merge, refused: taken.refused });
  const section = await describeSection(ctx, platform, taken.improvement);
  const says = seen === null || seen.ours.section !== sectionHash(section) || Object.keys(merge.outward).length > 0;
  const { reason } = issueOf(taken.improvement.state);
  const wanted = { ...merge.outward, reason, section, labels: isNew && !isOurs ? tracker.labels : [] };
  const written = says ? await tracker.change(call, issue, wanted) : issue;
  const now: Seen = {
    ours: { ...sideOfImprovement(taken.improvement), section: sectionHash(section) },
    theirs: sideOf(written),
  };
  await saveLink(ctx.db, link, {
    ...{ state: 'linked', seen: JSON.stringify(now), seenVersion: taken.improvement.version },
    ...{ lookedAtMs: ctx.now().getTime(), attempts: 0, retryAtMs: null, error: null },
  });
}

type Told = { improvement: ImprovementRow; merge: Merge; refused: boolean };

/** What was not taken is told in the history of the improvement. */
async function recordConflicts(ctx: Context, { platform, row }: TrackerRun, told: Told): Promise<void> {
  const { improvement, merge, refused } = told;
  const kept = refused ? [{ field: 'open' as const, kept: 'improvement' as const }] : [];
  for (const conflict of [...merge.conflicts, ...kept]) {
    await recordAudit(ctx.db, ctx, {
      action: 'improvement.conflict',
      platformId: platform.id,
      subject: improvement.id,
      detail: { tracker: row.name, ...conflict },
    });
  }
}

/** The improvement stays, and nothing is made anew by itself. */
async function markBroken(ctx: Context, run: TrackerRun, { link, gone }: { link: LinkOfTracker; gone: Gone }) {
  await ctx.db.transaction().execute(async (trx) => {
    const change = { state: 'broken', error: gone.gone, attempts: 0, retryAtMs: null } as const;
    await saveLink(trx, link, { ...change, lookedAtMs: ctx.now().getTime() });
    await recordAudit(trx, ctx, {
      action: 'improvement.unlinked',
      platformId: run.platform.id,
      subject: link.improvementId,
      detail: { tracker: run.row.name, issue: link.name, reason: gone.gone },
    });
  });
}
