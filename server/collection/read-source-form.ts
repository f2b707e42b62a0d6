import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { mayAllow } from '../connections/may-allow.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { loadRecipes } from '../sources/load-recipes.ts';
import { SOURCES } from '../sources/registry.ts';
import { INTERVALS } from './save-source.ts';

export const readSourceFormInput = z.strictObject({ platform: keyField });

/** All that the form of a source needs: the kinds with their fields, what values can be about, and ready queries. */
export async function readSourceForm(ctx: Context, { platform: key }: z.infer<typeof readSourceFormInput>) {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'editor', 'sources:write');
  const rubric = rubricOf(platform);
  const capabilities = (await listCapabilities(ctx.db, platform.id)).filter(({ state }) => state !== 'archived');
  const offered = new Set(capabilities.map((one) => one.key));
  return {
    kinds: SOURCES.map(({ kind, fields }) => ({ kind, fields })),
    intervals: [...INTERVALS],
    metrics: rubric.pack.metrics.map(({ key: metric, name, scope, dimension }) => ({
      key: metric,
      name,
      scope,
      dimension,
    })),
    capabilities: capabilities.map((one) => ({ key: one.key, name: one.name })),
    recipes: loadRecipes().filter(
      ({ metric, capability }) => rubric.metrics.has(metric) && (capability === null || offered.has(capability)),
    ),
    mayAllow: mayAllow(ctx),
  };
}
