import { listCapabilities, listPlatforms } from '#db/queries/catalogue.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { Catalogue, FindCatalogue } from './check-samples.ts';

/** What a platform's samples may be about. */
export async function loadCatalogue({ db }: Pick<Context, 'db'>, platform: Platform): Promise<Catalogue> {
  const capabilities = await listCapabilities(db, platform.id);
  return {
    platformId: platform.id,
    metrics: rubricOf(await withRubric(db, platform)).metrics,
    capabilities: new Map(capabilities.map(({ key, state }) => [key, state])),
  };
}

/** The catalogues of all platforms to which the caller may send samples, by key. A platform that one may not see does not exist. */
export async function loadCatalogues(ctx: Context): Promise<FindCatalogue> {
  const catalogues = new Map<string, Catalogue>();
  for (const platform of await listPlatforms(ctx.db)) {
    if (mayWrite(ctx, platform.id)) catalogues.set(platform.key, await loadCatalogue(ctx, platform));
  }
  const [only] = catalogues.values();
  return (key) => {
    if (key !== undefined) return catalogues.get(key) ?? `platform: there is no "${key}".`;
    if (only === undefined) return 'There is no platform yet.';
    return catalogues.size === 1 ? only : 'platform: say which one, there are several.';
  };
}

function mayWrite(ctx: Context, platformId: string): boolean {
  try {
    requireRole(ctx, platformId, 'editor', 'metrics:write');
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}
