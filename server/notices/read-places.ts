import { listCapabilities } from '#db/queries/catalogue.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

type Claim = { criterion: string; capability: string | null };
type Place = { title: string; place: string; path: string; ownerTeamId: string | null };

/** How to name the place of a statement, where it is shown, and whose it is. */
export async function readPlaces(ctx: Context, platform: Platform, whole: string): Promise<(claim: Claim) => Place> {
  const capabilities = new Map((await listCapabilities(ctx.db, platform.id)).map((row) => [row.key, row]));
  const criteria = new Map(rubricOf(platform).pack.criteria.map((criterion) => [criterion.id, criterion]));
  return ({ criterion: id, capability: key }) => {
    const criterion = criteria.get(id);
    const capability = key === null ? undefined : capabilities.get(key);
    const base = `/p/${platform.key}`;
    return {
      title: `${criterion?.title ?? id} (${id})`,
      place: capability?.name ?? key ?? whole,
      path:
        capability === undefined || criterion === undefined
          ? `${base}/evidence/attestations`
          : `${base}/capabilities/${capability.key}?aspect=${criterion.aspect}&criterion=${id}`,
      ownerTeamId: capability?.ownerTeamId ?? null,
    };
  };
}
