import { listCapabilities } from '#db/queries/catalogue.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { CriterionPlace } from './improvement-fields.ts';

type Capability = Awaited<ReturnType<typeof listCapabilities>>[number];

/** Refuses places that a rubric or a platform does not have; returns the criterion of each. */
export async function checkPlaces(
  ctx: Context,
  platform: Platform,
  places: readonly CriterionPlace[],
): Promise<Criterion[]> {
  const criteria = new Map(rubricOf(platform).pack.criteria.map((one) => [one.id, one]));
  const capabilities = new Map((await listCapabilities(ctx.db, platform.id)).map((one) => [one.key, one]));
  return places.map(({ criterion: id, capability: key }) => {
    const criterion = criteria.get(id);
    if (!criterion) throw new AppError('NOT_FOUND', `There is no criterion "${id}" in this rubric.`);
    if (criterion.scope === 'platform') {
      if (key === null) return criterion;
      throw new AppError('BAD_REQUEST', `${id} is about the whole platform. Leave the capability out.`);
    }
    if (key === null) throw new AppError('BAD_REQUEST', `${id} is about one capability. Say which.`);
    requireFit(criterion, capabilities.get(key));
    return criterion;
  });
}

function requireFit({ id, applies_to }: Criterion, capability: Capability | undefined): void {
  if (!capability || capability.state === 'archived') throw new AppError('NOT_FOUND', 'There is no such capability.');
  const { key, consumption, mandatory, name } = capability;
  if (appliesTo(applies_to ?? null, { key, consumption, mandatory: mandatory === 1 })) return;
  throw new AppError('BAD_REQUEST', `${id} does not apply to ${name}.`);
}
