import { z } from 'zod';
import { findScenario, type Scenario } from '#db/queries/scenarios.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { requireRole } from '../people/permissions.ts';
import { assumptionField } from './assumption-fields.ts';

export const SCOPE = 'backlog:write';

/** An assumption as it is kept: with the title that the criterion had, for when the rubric no longer has it. */
const keptAssumptions = z.array(assumptionField.extend({ title: z.string().nullable() }));
export type KeptAssumption = Assumption & { title: string | null };

export const readKept = (scenario: Pick<Scenario, 'assumptions'>): KeptAssumption[] =>
  keptAssumptions.parse(JSON.parse(scenario.assumptions));

/** A scenario of a platform; refuses whoever lacks `role` on it. */
export async function requireScenario(
  ctx: Context,
  { platform: key, id }: { platform: string; id: string },
  [role, scope]: readonly ['viewer' | 'owner', string],
): Promise<{ platform: Platform; scenario: Scenario }> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, role, scope);
  const scenario = await findScenario(ctx.db, id);
  if (scenario === undefined || scenario.platformId !== platform.id) {
    throw new AppError('NOT_FOUND', 'There is no such scenario.');
  }
  return { platform, scenario };
}

/** Whether the actor may change or delete a scenario: whoever made it, and every editor. */
export async function mayChangeScenario(
  ctx: Context,
  platformId: string,
  { createdBy }: Pick<Scenario, 'createdBy'>,
): Promise<boolean> {
  return (
    isAllowed(ctx, platformId, 'editor') ||
    (isAllowed(ctx, platformId, 'owner') && createdBy === (await accountOf(ctx)))
  );
}

/** Whether the actor may do what `role` may. */
export function isAllowed(ctx: Context, platformId: string, role: 'owner' | 'editor'): boolean {
  try {
    requireRole(ctx, platformId, role, SCOPE);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

export async function requireAuthor(ctx: Context, platformId: string, scenario: Scenario): Promise<void> {
  if (await mayChangeScenario(ctx, platformId, scenario)) return;
  throw new AppError('FORBIDDEN', 'Somebody else made this scenario. Keep a copy under a name of your own.');
}

/** Refuses a change of something older than what is there now, also one that came between reading and writing. */
export const scenarioChanged = ({ name }: Pick<Scenario, 'name'>) =>
  new AppError('CONFLICT', `Somebody changed “${name}” a moment ago. Look at it again.`);
