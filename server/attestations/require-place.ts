import { findCapability } from '#db/queries/catalogue.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export type Place = { platform: string; criterion: string; capability: string | null };

/**
 * Where an answer or a request belongs: a criterion of the platform, or of one capability that it applies to. Refuses whoever
 * may not speak for it: owners for the capabilities of their teams, editors for all and for the platform itself.
 */
export async function requirePlace(ctx: Context, place: Place): Promise<{ platform: Platform; criterion: Criterion }> {
  const platform = await findPlatform(ctx, place.platform);
  requireRole(ctx, platform.id, 'owner', 'attestations:write');
  const criterion = rubricOf(platform).pack.criteria.find(({ id }) => id === place.criterion);
  if (!criterion) throw new AppError('NOT_FOUND', `There is no criterion "${place.criterion}" in this rubric.`);
  if (criterion.scope === 'platform') {
    if (place.capability !== null) {
      throw new AppError('BAD_REQUEST', `${criterion.id} is about the whole platform. Leave the capability out.`);
    }
    requireOwnership(ctx, platform.id, null, 'attestations:write');
    return { platform, criterion };
  }
  const ownerTeamId = await findOwner(ctx, platform, { criterion, capability: place.capability });
  requireOwnership(ctx, platform.id, ownerTeamId, 'attestations:write');
  return { platform, criterion };
}

async function findOwner(
  ctx: Context,
  platform: Platform,
  { criterion, capability: key }: { criterion: Criterion; capability: string | null },
): Promise<string | null> {
  if (key === null) throw new AppError('BAD_REQUEST', `${criterion.id} is about one capability. Say which.`);
  const capability = await findCapability(ctx.db, platform.id, key);
  if (!capability || capability.state === 'archived') throw new AppError('NOT_FOUND', 'There is no such capability.');
  const { consumption, mandatory, ownerTeamId } = capability;
  if (!appliesTo(criterion.applies_to ?? null, { key, consumption, mandatory: mandatory === 1 })) {
    throw new AppError('BAD_REQUEST', `${criterion.id} does not apply to ${capability.name}.`);
  }
  return ownerTeamId;
}
