import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listTeams } from '#db/queries/teams.ts';
import { readRights } from '../backlog/backlog-rights.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { readEfforts } from './read-efforts.ts';

export const readBudgetInput = z.strictObject({ platform: keyField });

/** What stands around a plan within a budget: names, whose estimates are the platform's own, and what the reader may do. */
export async function readBudget(ctx: Context, input: z.infer<typeof readBudgetInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [capabilities, teams, rights, efforts] = await Promise.all([
    listCapabilities(ctx.db, platform.id),
    listTeams(ctx.db),
    readRights(ctx, platform.id),
    readEfforts(ctx, input),
  ]);
  const { pack, rollUp } = rubricOf(platform);
  const scored = capabilities.filter(({ state }) => state !== 'archived');
  return {
    platform: { key: platform.key, timeZone: platform.timeZone },
    /** levels open one after the other; else answers are added up, and each pays by itself */
    isGated: rollUp === 'gated',
    capabilities: scored.map(({ key, name }) => ({ key, name, mayEstimate: rights.plan([key]) })),
    mayEstimatePlatform: rights.plan([null]),
    mayPropose: rights.propose,
    teams: teams.map(({ key, name }) => ({ key, name })),
    aspects: pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    criteria: pack.criteria.map(({ id, title, aspect, effort }) => ({ id, title, aspect, days: effort ?? null })),
    ownEfforts: efforts.filter(({ isOwn }) => isOwn).map(({ criterion, capability }) => ({ criterion, capability })),
  };
}
