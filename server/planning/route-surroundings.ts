import { listImprovementCriteria, listImprovements } from '#db/queries/improvements.ts';
import { listOwnedCapabilities } from '#db/queries/overview.ts';
import { placeKeyOf, type RouteStep } from '#rubrics/scoring/route-steps.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

/** What counts as being worked on, or waiting for the evidence that it worked. */
const STANDING = ['proposed', 'planned', 'doing', 'done', 'not_confirmed'];

/** What steps are told with: titles, who owns them, and what is being done about them already. */
export async function readRouteSurroundings(ctx: Context, platform: Platform) {
  const [capabilities, improvements, places] = await Promise.all([
    listOwnedCapabilities(ctx.db, platform.id),
    listImprovements(ctx.db, platform.id),
    listImprovementCriteria(ctx.db, { platformId: platform.id }),
  ]);
  const standing = new Map(improvements.filter(({ state }) => STANDING.includes(state)).map((one) => [one.id, one]));
  const byPlace = Map.groupBy(
    places.flatMap(({ improvementId, criterion, capability }) => {
      const item = standing.get(improvementId);
      if (item === undefined) return [];
      return [{ criterion, capability: capability || null, id: item.id, title: item.title, state: item.state }];
    }),
    placeKeyOf,
  );
  const owners = new Map(capabilities.map(({ key, ownerName }) => [key, ownerName]));
  const titles = new Map(rubricOf(platform).pack.criteria.map(({ id, title }) => [id, title]));
  return {
    capabilities,
    improvements: [...byPlace.values()].flat(),
    /** `owner` null: nobody yet; of the platform as a whole, its own team */
    tell: <Step extends RouteStep>(step: Step) => ({
      ...step,
      title: titles.get(step.criterion) ?? step.criterion,
      owner: step.capability === null ? null : (owners.get(step.capability) ?? null),
      improvements: (byPlace.get(placeKeyOf(step)) ?? []).map(({ id, title, state }) => ({ id, title, state })),
    }),
  };
}
