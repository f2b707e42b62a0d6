import type { Context } from '../context.ts';
import { requireAdmin } from '../people/permissions.ts';
import { installedRubrics } from '../rubrics/rubric-of.ts';

/** What a new platform can be made of: a rubric, and capabilities of its catalogue. The first is the usual one. */
export async function readOffer(ctx: Context) {
  requireAdmin(ctx, 'admin');
  return installedRubrics().map(({ id, version, pack: { pack, criteria } }) => ({
    ...{ pack: id, version, name: pack.name, model: pack.model, license: pack.license },
    aspects: pack.aspects.length,
    criteria: criteria.length,
    capabilities: pack.capabilities.map(({ key }) => key),
  }));
}
