import { z } from 'zod';
import { listCampaigns } from '#db/queries/campaigns.ts';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { standingOf } from '#rubrics/scoring/effect.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { SCOPE } from './backlog-rights.ts';
import { listOwners } from './list-owners.ts';

export const listChoicesInput = z.strictObject({ platform: keyField });

/**
 * What a person who plans may choose from: the criteria that are not where one wants them, by capability, and who could see
 * to an improvement. Names only, and only of people with a role on this platform.
 */
export async function listChoices(ctx: Context, input: z.infer<typeof listChoicesInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  const [{ scorecard }, capabilities, owners, campaigns] = await Promise.all([
    readScorecard(ctx.db, platform.id),
    listCapabilities(ctx.db, platform.id),
    listOwners(ctx.db, platform.id),
    listCampaigns(ctx.db, platform.id),
  ]);
  const open = Map.groupBy(openPlaces(scorecard?.cells ?? []), ({ criterion }) => criterion);
  const criteria = rubricOf(platform).pack.criteria.flatMap(({ id, title, aspect, level, role }) => {
    const places = open.get(id)?.map(({ capability, standing }) => ({ capability, standing }));
    return places === undefined ? [] : [{ criterion: id, title, aspect, level, role, places }];
  });
  return {
    aspects: rubricOf(platform).pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    criteria,
    capabilities: capabilities.flatMap(({ key, name, state }) => (state === 'archived' ? [] : [{ key, name }])),
    ...owners,
    /** those that an improvement may still join */
    campaigns: campaigns.filter(({ state }) => state !== 'ended').map(({ id, name }) => ({ id, name })),
  };
}

/** Every criterion in force that is not reached, at its place, once. */
function openPlaces(cells: readonly Cell[]) {
  const places = cells.flatMap(({ capability, criteria }) =>
    criteria.flatMap((result) => {
      const standing = standingOf(result);
      if (standing === null || standing === 'reached') return [];
      return [{ criterion: result.id, capability: result.inherited ? null : capability, standing }];
    }),
  );
  return [...new Map(places.map((place) => [`${place.criterion} ${place.capability}`, place])).values()];
}
