import { listPlatforms } from '#db/queries/catalogue.ts';
import { periodOf } from '../assessments/period.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { advance, propose } from './make-backlog.ts';
import { accountFor, campaign } from './make-campaigns.ts';
import { answerLate, attest, claimUnmeasured, exempt } from './make-claims.ts';
import { makePeople, makePlatform } from './make-organisation.ts';
import { closeQuarter, draftQuarter } from './make-quarters.ts';
import { rateOnceMore, rateTogether } from './make-rating-rounds.ts';
import { draftRubric } from './make-rubric-draft.ts';
import { sendSamples } from './make-samples.ts';
import { keepScenarios } from './make-scenarios.ts';
import { collect, uploadCosts } from './make-sources.ts';
import { ask, type SurveyPlan } from './make-surveys.ts';
import { type DemoPlatform, PLATFORMS } from './organisation.ts';
import { makeWorld, type World } from './world.ts';

/** When people were asked anew: some answers of the oldest are about to run out. */
const ATTESTED = [700, 600, 500, 430, 357, 270, 176, 90, 40];

/** Something that happens so many days before the end. */
type Happening = { daysAgo: number; happen: () => Promise<void> };

/** Farther back the demo is scored rarely, so that it is made in a minute; the last month it is scored each day. */
export function stepsOf(sinceDays: number): number[] {
  const steps: number[] = [];
  for (let daysAgo = sinceDays - 1; daysAgo > 0; daysAgo -= daysAgo > 400 ? 28 : daysAgo > 28 ? 14 : 1)
    steps.push(daysAgo);
  return [...steps, 0];
}

function commonTo(world: World, platform: DemoPlatform): Happening[] {
  const { sinceDays } = platform;
  const at = (daysAgo: number, happen: () => Promise<void>) => (daysAgo < sinceDays ? [{ daysAgo, happen }] : []);
  return [
    ...ATTESTED.flatMap((daysAgo) => at(daysAgo, () => attest(world, platform, daysAgo))),
    ...at(230, () => claimUnmeasured(world, platform)),
    ...at(300, () => propose(world, platform, { most: 6, dueAgo: 180 })),
    ...at(280, () => advance(world, platform, { from: 'proposed', to: 'planned', most: 5 })),
    ...at(250, () => advance(world, platform, { from: 'planned', to: 'doing', most: 4 })),
    ...at(190, () => advance(world, platform, { from: 'doing', to: 'done', most: 3 })),
    ...at(120, () => propose(world, platform, { most: 7, dueAgo: -20 })),
    ...at(100, () => advance(world, platform, { from: 'proposed', to: 'planned', most: 4 })),
    ...at(75, () => campaign(world, platform)),
    ...at(60, () => advance(world, platform, { from: 'planned', to: 'doing', most: 2 })),
    ...at(30, () => uploadCosts(world, platform)),
    ...at(20, () => advance(world, platform, { from: 'doing', to: 'done', most: 1 })),
    ...at(4, () => answerLate(world, platform, 4)),
    ...at(8, () => accountFor(world, platform)),
    ...at(5, () => keepScenarios(world, platform)),
    ...at(9, () => propose(world, platform, { most: 4, dueAgo: -90 })),
  ];
}

/** What only the shop platform, which is assessed longest, has seen. */
function ofTheShop(world: World, platform: DemoPlatform): Happening[] {
  const survey = (opensAgo: number, plan: Pick<SurveyPlan, 'title' | 'capabilities' | 'turnout'>) => ({
    daysAgo: opensAgo,
    happen: () => ask(world, platform, { ...plan, opensAgo, days: 14 }),
  });
  const pipelines = ['build-test', 'data', 'identity-secrets'];
  const runtime = ['deliver-verify', 'observability', 'infrastructure'];
  return [
    survey(400, { title: 'How do you get on with the platform?', capabilities: pipelines, turnout: 0.45 }),
    survey(190, { title: 'Platform check, spring', capabilities: runtime, turnout: 0.55 }),
    survey(60, { title: 'Platform check, autumn', capabilities: pipelines, turnout: 0.6 }),
    survey(6, { title: 'Platform check, winter', capabilities: ['golden-paths', 'apis'], turnout: 0.4 }),
    {
      daysAgo: 150,
      happen: () =>
        exempt(world, platform.key, [
          {
            ...{ criterion: 'INT-2.c', capability: 'security', endsIn: 165, decided: true },
            reason: 'The page is being rewritten together with the new request form.',
          },
          {
            ...{ criterion: 'INT-2.c', capability: 'apis', endsIn: 60, decided: true },
            reason: 'The gateway moves to a new home; until then the old page stays.',
          },
          {
            ...{ criterion: 'INT-4.d', capability: 'observability', decided: true },
            reason: 'Nothing is done by hand after the start: the agents update themselves.',
          },
        ]),
    },
    {
      daysAgo: 5,
      happen: () =>
        exempt(world, platform.key, [
          {
            ...{ criterion: 'INT-4.b', capability: 'data', endsIn: 90 },
            reason: 'The plug-in for editors is planned for spring.',
          },
          {
            ...{ criterion: 'INT-4.a', capability: 'messaging', endsIn: 300, decided: false },
            reason: 'Nobody has asked for it so far, and it costs effort.',
          },
        ]),
    },
    { daysAgo: 45, happen: () => rateTogether(world, platform) },
    { daysAgo: 2, happen: () => rateOnceMore(world, platform) },
    { daysAgo: 3, happen: () => draftRubric(world, platform) },
    { daysAgo: 0.02, happen: () => collect(world, platform) },
  ];
}

async function live(world: World, platform: DemoPlatform): Promise<void> {
  const happenings = [
    ...commonTo(world, platform),
    ...(platform === PLATFORMS[0] ? ofTheShop(world, platform) : []),
  ].toSorted((a, b) => b.daysAgo - a.daysAgo);
  world.goTo(platform.sinceDays);
  await makePlatform(world, platform);
  await world.settle(platform.key);
  let period = periodOf(world.operator.now(), platform).label;
  const running = periodOf(new Date(world.instant(0)), platform).label;
  for (const daysAgo of stepsOf(platform.sinceDays)) {
    while ((happenings[0]?.daysAgo ?? -1) >= daysAgo) {
      const next = happenings.shift();
      world.goTo(next?.daysAgo ?? 0);
      await next?.happen();
    }
    world.goTo(daysAgo);
    await sendSamples(world, platform, daysAgo);
    await world.settle(platform.key);
    const now = periodOf(world.operator.now(), platform).label;
    if (now !== period) await endQuarter(world, platform, { period, isLast: now === running });
    period = now;
  }
  await draftQuarter(world, platform, running);
}

async function endQuarter(
  world: World,
  platform: DemoPlatform,
  { period, isLast }: { period: string; isLast: boolean },
): Promise<void> {
  const publish = !(isLast && platform === PLATFORMS[1]);
  await closeQuarter(world, platform, { period, publish });
  if (!isLast || platform !== PLATFORMS[0]) return;
  const correction = 'The support figures of two capabilities had been swapped by the desk that sends them.';
  await closeQuarter(world, platform, { period, publish, correction });
}

type Wish = {
  /** the present of whoever looks at it */
  end: Date;
  /** of everybody in it */
  password: string;
  say: (line: string) => void;
  platforms?: readonly DemoPlatform[];
};

/** Fills an empty deployment with two years of a made-up organisation, by the product's own verbs. */
export async function makeDemo(
  ctx: Pick<Context, 'db' | 'secret' | 'publicUrl'>,
  { end, password, say, platforms = PLATFORMS }: Wish,
): Promise<void> {
  const there = await listPlatforms(ctx.db);
  if (there.length > 0)
    throw new AppError('CONFLICT', 'There is something here already: the demo wants an empty database.');
  const world = makeWorld({ ...ctx, end });
  world.goTo(Math.max(...platforms.map(({ sinceDays }) => sinceDays)));
  await makePeople(world, password);
  for (const platform of platforms) {
    say(`${platform.name}: ${Math.round(platform.sinceDays / 30)} months …`);
    await live(world, platform);
  }
}
