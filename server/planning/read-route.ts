import { z } from 'zod';
import { type CellRoute, routeToTarget } from '#rubrics/scoring/route-to-target.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Task } from '../tasks/task.ts';
import { listEfforts } from './list-efforts.ts';
import { openCurrent } from './open-current.ts';
import { readRouteSurroundings } from './route-surroundings.ts';

export const readRouteInput = z.strictObject({ platform: keyField, capability: keyField, aspect: keyField });

const cellRouteInput = z.strictObject({ platformId: z.string(), capability: z.string(), aspect: z.string() });
type Found = { asOf: string; route: CellRoute };

/** The route of one cell on the evidence of the current scorecard; null: no such cell, or nothing scored yet. */
export const cellRouteTask: Task<z.infer<typeof cellRouteInput>, Found | null> = {
  key: 'cell-route',
  input: cellRouteInput,
  async run({ db }, { platformId, capability, aspect }) {
    const opened = await openCurrent(db, platformId);
    if (opened === null) return null;
    const { base, whatIf, platform } = opened;
    const route = routeToTarget({ base, whatIf, efforts: await listEfforts(db, platform) }, { capability, aspect });
    return route === null ? null : { asOf: base.asOf, route };
  },
};

/** What stands between a cell and its target, in the order in which it pays, whose it is and what is done about it already. */
export async function readRoute(ctx: Context, input: z.infer<typeof readRouteInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { capability, aspect } = input;
  const found = await ctx.runTask(cellRouteTask, { platformId: platform.id, capability, aspect });
  if (found === null) throw new AppError('NOT_FOUND', 'There is no such cell, or nothing has been scored here yet.');
  const { tell } = await readRouteSurroundings(ctx, platform);
  return { asOf: found.asOf, ...found.route, steps: found.route.steps.map(tell) };
}
