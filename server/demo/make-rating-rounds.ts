import { openRound } from '../rating-rounds/open-round.ts';
import { recordConsensus } from '../rating-rounds/record-consensus.ts';
import { revealRound } from '../rating-rounds/reveal-round.ts';
import { saveRatings } from '../rating-rounds/save-ratings.ts';
import type { DemoPlatform, PersonKey } from './organisation.ts';
import type { World } from './world.ts';

const ASPECTS = ['investment', 'adoption', 'interfaces', 'operations', 'measurement'];
const PLACES = [null, 'build-test', 'data'];
/** By place and aspect: those who build the platform see it a little higher than those who use it. */
const RATINGS = {
  maren: [3, 2, 3, 2.5, 1, 3, 3, 3.5, 3, 2, 2, 2, 3, 2, 1],
  tomas: [3, 2, 2.5, 2, 1, 3, 2.5, 4, 3, 2, 2, 2, 3, 2, 1.5],
  ines: [2.5, 2, 2, 2, 1, 3, 3, 3, null, 2, 2, 1.5, 3, 2, 1],
  jonas: [2, 2, 1, 2, 1.5, 3, 3, 3.5, 3, 2, 1.5, 2, 1, 2, 1],
} as const satisfies Partial<Record<PersonKey, readonly (number | null)[]>>;
const RATERS = ['maren', 'tomas', 'ines', 'jonas'] as const;
type Rater = (typeof RATERS)[number];
const EVIDENCE = 'A second database still takes a ticket and two days.';

async function open(world: World, { key: platform }: DemoPlatform, title: string): Promise<string> {
  const assessors = [];
  for (const rater of RATERS) {
    const { actor } = await world.as(rater);
    const side = rater === 'maren' || rater === 'tomas' ? ('platform_team' as const) : ('consumer' as const);
    if (actor.kind === 'person') assessors.push({ person: actor.id, side });
  }
  const tomas = await world.as('tomas');
  return (await openRound(tomas, { platform, title, capabilities: PLACES, assessors })).id;
}

async function rate(world: World, round: { platform: string; round: string }, person: Rater) {
  const given: readonly (number | null)[] = RATINGS[person];
  const ratings = PLACES.flatMap((capability, place) =>
    ASPECTS.map((aspect, index) => {
      const rating = given[place * ASPECTS.length + index] ?? null;
      return { aspect, capability, rating, evidence: rating === 1 && aspect === 'interfaces' ? EVIDENCE : '' };
    }),
  );
  await saveRatings(await world.as(person), { ...round, ratings, handIn: true });
}

/** Four people rate alone, their ratings come to light, and they agree about one that lay two levels apart. */
export async function rateTogether(world: World, platform: DemoPlatform): Promise<void> {
  const round = {
    platform: platform.key,
    round: await open(world, platform, 'Autumn, platform group and two product teams'),
  };
  for (const person of RATERS) await rate(world, round, person);
  const tomas = await world.as('tomas');
  await revealRound(tomas, round);
  const why = 'Requests through the portal are done in minutes; two of five forms still end with a person.';
  await recordConsensus(tomas, {
    ...round,
    consensus: [{ aspect: 'interfaces', capability: null, rating: 2.5, why }],
  });
}

/** The next round, in which two of the four have handed in so far. */
export async function rateOnceMore(world: World, platform: DemoPlatform): Promise<void> {
  const round = { platform: platform.key, round: await open(world, platform, 'Winter, the same four people') };
  await rate(world, round, 'maren');
  await rate(world, round, 'jonas');
}
