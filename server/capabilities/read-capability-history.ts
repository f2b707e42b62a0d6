import { z } from 'zod';
import { findCapability } from '#db/queries/catalogue.ts';
import { listDayFigures } from '#db/queries/history.ts';
import { listBreaks } from '../assessments/list-breaks.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { capabilityHistoryTask } from './history-of.ts';

export const readCapabilityHistoryInput = z.strictObject({ platform: z.string(), capability: z.string() });

const DAY_MS = 86_400_000;
const DAYS = 400;
const CHANGES = 30;

/** How the cells of a capability got where they are: their levels by day, and what changed each, the newest first. */
export async function readCapabilityHistory(ctx: Context, input: z.infer<typeof readCapabilityHistoryInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const capability = await findCapability(ctx.db, platform.id, input.capability);
  if (capability === undefined) throw new AppError('NOT_FOUND', 'There is no such capability.');
  const { pack } = rubricOf(platform);
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const span = {
    platformId: platform.id,
    from: dayOf(ctx.now().getTime() - DAYS * DAY_MS),
    to: dayOf(ctx.now().getTime()),
  };
  const anchors = pack.criteria.flatMap(({ id, role }) => (role === 'anchor' ? [id] : []));
  const [history, breaks] = await Promise.all([
    ctx.runTask(capabilityHistoryTask, { ...span, capability: capability.key, anchors }),
    listDayFigures(ctx.db, span).then((days) => listBreaks(ctx.db, platform.id, days)),
  ]);
  const changes = history.changes.slice(0, CHANGES);
  const named = new Set(changes.flatMap(({ flips }) => flips.map(({ criterion }) => criterion)));
  return {
    levels: pack.pack.levels.map(({ level, name }) => ({ level, name })),
    aspects: pack.pack.aspects.map(({ key, name }) => ({ key, name, runs: history.runs[key] ?? [] })),
    changes,
    moreChanges: history.changes.length - changes.length,
    breaks,
    titles: Object.fromEntries(pack.criteria.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, title])),
  };
}
