import { listImprovements } from '#db/queries/improvements.ts';
import { readScorecard } from '../assessments/read-scorecard.ts';
import { changeImprovement } from '../backlog/change-improvement.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import { moveCampaign } from '../campaigns/move-campaign.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

const FEWEST_PLACES = 3;
/** What things took in the end, over what was estimated: rarely less. */
const TAKEN = [1.4, 0.9, 1.2, 1.7, 1, 1.3];

/** Criteria that most capabilities are short of, each of a capability's own, the most common first. */
async function wanting(world: World, platform: DemoPlatform): Promise<string[]> {
  const { cells } = await readScorecard(world.operator, { platform: platform.key });
  const open = cells.flatMap(({ criteria, target }) =>
    criteria.filter(
      ({ state, role, level, inherited }) =>
        !inherited && role === 'required' && level <= target && (state === 'not_met' || state === 'unknown'),
    ),
  );
  const byCriterion = [...Map.groupBy(open, ({ id }) => id)].filter(([, places]) => places.length >= FEWEST_PLACES);
  return byCriterion.toSorted(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b)).map(([id]) => id);
}

/** Starts a campaign for what is short almost everywhere, and plans one for what comes next. */
export async function campaign(world: World, platform: DemoPlatform): Promise<void> {
  const tomas = await world.as('tomas');
  const { pack } = rubricOf(await findPlatform(tomas, platform.key));
  const titles = new Map(pack.criteria.map(({ id, title }) => [id, title]));
  const [now, next] = await wanting(world, platform);
  for (const [criterion, endsAgo] of [
    [now, -25],
    [next, -120],
  ] as const) {
    if (criterion === undefined) continue;
    const { id, version } = await createCampaign(tomas, {
      ...{ platform: platform.key, name: (titles.get(criterion) ?? criterion).slice(0, 100), notes: '', owners: [] },
      dueOn: world.instant(endsAgo).slice(0, 10),
      scope: { criteria: [criterion], capabilities: null, cells: [] },
    });
    if (criterion === now) await moveCampaign(tomas, { platform: platform.key, id, version, state: 'running' });
  }
}

/** Says of what was settled how many days it took. */
export async function accountFor(world: World, platform: DemoPlatform): Promise<void> {
  const tomas = await world.as('tomas');
  const { id: platformId } = await findPlatform(tomas, platform.key);
  const settled = (await listImprovements(tomas.db, platformId)).filter(
    ({ state }) => state === 'verified' || state === 'not_confirmed',
  );
  for (const [index, { id, version, effortDays }] of settled.entries()) {
    const actualDays = Math.round((effortDays ?? 5) * (TAKEN[index % TAKEN.length] ?? 1));
    await changeImprovement(tomas, { platform: platform.key, id, version, actualDays });
  }
}
