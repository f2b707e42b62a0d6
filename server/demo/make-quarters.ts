import { freezeAssessment } from '../assessments/freeze-assessment.ts';
import { parsePeriod } from '../assessments/period.ts';
import { publishAssessment } from '../assessments/publish-assessment.ts';
import { saveDraft } from '../reports/save-draft.ts';
import type { DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

const NOTE = 'What changed this quarter came from the teams that own it; the figures say where, and what they rest on.';
const ASKS = ['Decide who owns development environments.', 'Agree that security services become the next focus.'];

/** Freezes the quarter that has just ended, as of its last moment, and publishes it unless it is still being looked at. */
export async function closeQuarter(
  world: World,
  platform: DemoPlatform,
  { period, publish, correction }: { period: string; publish: boolean; correction?: string },
): Promise<void> {
  const tomas = await world.as('tomas');
  const maren = await world.as('maren');
  const { endsAt } = parsePeriod(period, platform);
  const { id } = await freezeAssessment(tomas, {
    ...{ platform: platform.key, period, asOf: new Date(Date.parse(endsAt) - 1000).toISOString() },
    ...{ note: NOTE, asks: ASKS },
    ...(correction === undefined ? {} : { correction }),
  });
  if (publish) await publishAssessment(maren, { platform: platform.key, id });
}

/** What an editor has written so far for the report of the running quarter. */
export async function draftQuarter(world: World, platform: DemoPlatform, period: string): Promise<void> {
  await saveDraft(await world.as('tomas'), { platform: platform.key, period, note: NOTE, asks: ASKS.slice(0, 1) });
}
