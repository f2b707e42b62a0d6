import { z } from 'zod';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { WhatIfBase } from '#rubrics/scoring/what-if-base.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { Task } from '../tasks/task.ts';
import { listEfforts } from './list-efforts.ts';
import { openCurrent } from './open-current.ts';
import { isAllowed } from './require-scenario.ts';
import { readRouteSurroundings } from './route-surroundings.ts';

export const readPlannerInput = z.strictObject({ platform: keyField });

const whatIfBaseInput = z.strictObject({ platformId: z.string() });

/** What a browser needs to score what-ifs by itself; null: nothing has been scored yet. */
export const whatIfBaseTask: Task<z.infer<typeof whatIfBaseInput>, WhatIfBase | null> = {
  key: 'what-if-base',
  input: whatIfBaseInput,
  run: async ({ db }, { platformId }) => (await openCurrent(db, platformId))?.base ?? null,
};

/** Everything that the planner shows. No evidence is in it: states, targets, weights, names, efforts. */
export async function readPlanner(ctx: Context, input: z.infer<typeof readPlannerInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [base, efforts, { capabilities, improvements }] = await Promise.all([
    ctx.runTask(whatIfBaseTask, { platformId: platform.id }),
    listEfforts(ctx.db, platform),
    readRouteSurroundings(ctx, platform),
  ]);
  const { pack } = rubricOf(platform);
  const scored = new Set(base?.capabilities.map(({ key }) => key) ?? []);
  const shown = capabilities.filter(({ key }) => scored.has(key));
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    base,
    levels: pack.pack.levels.map(({ level, name }) => ({ level, name })),
    aspects: pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    capabilities: shown.map(({ key, name, ownerName }) => ({ key, name, owner: ownerName })),
    criteria: pack.criteria.map(({ id, title, effort }) => ({ id, title, days: effort ?? null })),
    /** where the platform's own people say something else than the rubric */
    ownDays: pack.criteria.flatMap(({ id, effort, scope }) =>
      (scope === 'platform' ? [null] : shown.map(({ key }) => key)).flatMap((capability) => {
        const days = efforts.get(keyOf(id, capability)) ?? null;
        return days === null || days === effort ? [] : [{ criterion: id, capability, days }];
      }),
    ),
    improvements,
    mayKeep: isAllowed(ctx, platform.id, 'owner'),
  };
}
