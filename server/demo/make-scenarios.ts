import { asDone } from '#rubrics/scoring/route-steps.ts';
import { createScenario } from '../planning/create-scenario.ts';
import { readPlatformRoute } from '../planning/read-platform-route.ts';
import type { DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

const SOON = 5;
const SHARED = 6;

/** Two what-ifs that the platform team talks about: what pays first, and what is done once for every capability. */
export async function keepScenarios(world: World, { key: platform }: DemoPlatform): Promise<void> {
  const tomas = await world.as('tomas');
  const { route } = await readPlatformRoute(tomas, { platform });
  if (route === null) return;
  const soon = route.stages.slice(0, SOON).flatMap(({ steps }) => steps.map(asDone));
  const shared = route.stages.flatMap(({ steps }) => steps.filter(({ capability }) => capability === null));
  await createScenario(tomas, {
    ...{ platform, name: 'What pays first', assumptions: soon },
    description: 'The levels that add most for their person-days, if all of them come true this winter.',
  });
  await createScenario(tomas, {
    ...{ platform, name: 'Once for everybody', assumptions: shared.slice(0, SHARED).map(asDone) },
    description: 'Only what the platform team does once and every capability has from then on.',
  });
}
