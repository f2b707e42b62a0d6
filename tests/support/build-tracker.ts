import { linkImprovement } from '#server/tracking/link-improvement.ts';
import { saveTracker } from '#server/tracking/save-tracker.ts';
import { syncTracker } from '#server/tracking/sync-tracker.ts';
import { GITHUB_TOKEN } from './fake-tracker-github.ts';
import { person, type TestContext } from './test-context.ts';

type Given = { kind?: string; name?: string; settings?: Record<string, unknown>; allowed?: string[]; url: string };

/** A tracker of the platform `payments`, added by the administrator, who allows this machine; GitHub unless said otherwise. */
export async function addTracker(ctx: TestContext, given: Given): Promise<string> {
  const { url, kind = 'github', name = 'Issues', settings, allowed = ['127.0.0.1'] } = given;
  const github = { address: url, repository: 'acme/platform', token: GITHUB_TOKEN };
  const { id } = await saveTracker(ctx.as(person('admin')), {
    ...{ platform: 'payments', kind, name, allowed, intervalMinutes: 15 },
    settings: settings ?? github,
  });
  return id;
}

/** Calls a tracker as the worker does. */
export const sync = (ctx: TestContext, id: string, signal = new AbortController().signal): Promise<boolean> =>
  syncTracker(ctx.as({ kind: 'system', name: 'worker' }), id, signal);

export const link = (ctx: TestContext, tracker: string, id: string, issue?: string) =>
  linkImprovement(ctx, { platform: 'payments', id, tracker, ...(issue === undefined ? {} : { issue }) });

/** Sets the clock of a test this many minutes on. */
export function later(ctx: TestContext, minutes: number): void {
  ctx.setNow(new Date(ctx.now().getTime() + minutes * 60_000).toISOString());
}

/** Everything that is kept of trackers and said about them in the audit log, as one text. */
export async function everythingKept(ctx: TestContext): Promise<string> {
  const [trackers, links, audit] = await Promise.all([
    ctx.db.selectFrom('tracker').selectAll().execute(),
    ctx.db.selectFrom('trackerLink').selectAll().execute(),
    ctx.db.selectFrom('auditEntry').selectAll().execute(),
  ]);
  return JSON.stringify({ trackers, links, audit });
}
