import { z } from 'zod';
import { routeOfPlatform, type Stage } from '#rubrics/scoring/route-of-platform.ts';
import type { PercentToTarget } from '#rubrics/scoring/scorecard.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { Task } from '../tasks/task.ts';
import { listEfforts } from './list-efforts.ts';
import { openCurrent } from './open-current.ts';
import { readRouteSurroundings } from './route-surroundings.ts';

export const readPlatformRouteInput = z.strictObject({ platform: keyField });

const platformRouteInput = z.strictObject({ platformId: z.string() });
type Found = { asOf: string; percentToTarget: PercentToTarget; stages: Stage[] };

/** The whole way to target on the evidence of the current scorecard; null: nothing scored yet. */
export const platformRouteTask: Task<z.infer<typeof platformRouteInput>, Found | null> = {
  key: 'platform-route',
  input: platformRouteInput,
  async run({ db }, { platformId }) {
    const opened = await openCurrent(db, platformId);
    if (opened === null) return null;
    const { base, whatIf, platform } = opened;
    const stages = routeOfPlatform({ base, whatIf, efforts: await listEfforts(db, platform) });
    return { asOf: base.asOf, percentToTarget: whatIf.now.percentToTarget, stages };
  },
};

/** Every level of every cell up to its target, in the order in which they pay. `route` null: nothing has been scored yet. */
export async function readPlatformRoute(ctx: Context, input: z.infer<typeof readPlatformRouteInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [found, { tell, capabilities }] = await Promise.all([
    ctx.runTask(platformRouteTask, { platformId: platform.id }),
    readRouteSurroundings(ctx, platform),
  ]);
  const { levels, aspects } = rubricOf(platform).pack.pack;
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    levels: levels.map(({ level, name }) => ({ level, name })),
    aspects: aspects.map(({ key, name }) => ({ key, name })),
    capabilities: capabilities.map(({ key, name }) => ({ key, name })),
    route:
      found === null
        ? null
        : { ...found, stages: found.stages.map((stage) => ({ ...stage, steps: stage.steps.map(tell) })) },
  };
}
