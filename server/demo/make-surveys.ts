import { closeCycle } from '../surveys/close-cycle.ts';
import { countParticipation } from '../surveys/count-participation.ts';
import { createCycle } from '../surveys/create-cycle.ts';
import { issueInvitations } from '../surveys/issue-invitations.ts';
import { openCycle } from '../surveys/open-cycle.ts';
import { submitResponse } from '../surveys/submit-response.ts';
import { strengthAt } from './make-samples.ts';
import { between, noise } from './noise.ts';
import { DEPARTMENTS, type DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

const TEAMS = DEPARTMENTS.filter(({ key }) => key !== 'platform-group').flatMap(({ teams }) =>
  teams.map(([key]) => key),
);
const COMMENTS = [
  'Tell us before you change the pipeline, not after. The new templates are very good.',
  'The portal is the first page I open in the morning. Please leave it as fast as it is.',
  'Getting a second database still takes a ticket and two days. Make it like the first one.',
  'When a secret rotates, the error says nothing. It took us an afternoon.',
  'Documentation is better than last year. The search in it is not.',
  'I would like one place that shows what my service costs.',
];

export type SurveyPlan = {
  title: string;
  capabilities: string[];
  /** days before the end on which it opens, and how long it stays open */
  opensAgo: number;
  days: number;
  /** share of those invited who answer */
  turnout: number;
};

/** From 3 people in the smallest teams to 11 in the largest: what the smallest say is never shown apart. */
const sizeOf = (team: string) => 3 + Math.floor(noise('size', team) * 9);

function answersOf(platform: DemoPlatform, plan: SurveyPlan, person: string) {
  const scale = (most: number, strength: number, item: string) =>
    Math.max(
      1,
      Math.min(most, Math.round(1 + (most - 1) * (strength + between(-0.3, 0.35, plan.title, person, item)))),
    );
  const perCapability = plan.capabilities.flatMap((capability) => {
    const course = platform.courses[capability];
    const strength = course === undefined ? 0.5 : strengthAt(course, platform.sinceDays, plan.opensAgo);
    const reason = noise(plan.title, person, 'reason') < strength ? 'saves-time' : 'required';
    return [
      {
        ...{ question: 'usability', capability },
        value: { usefulness: scale(7, strength, `${capability} use`), ease: scale(7, strength, `${capability} ease`) },
      },
      { question: 'reason-for-use', capability, value: reason },
      { question: 'clarity-of-errors', capability, value: scale(5, strength, `${capability} errors`) },
    ];
  });
  const says = noise(plan.title, person, 'says') < 0.25;
  const comment = COMMENTS[Math.floor(noise(plan.title, person, 'comment') * COMMENTS.length)] ?? '';
  return says ? [...perCapability, { question: 'open-comment', capability: null, value: comment }] : perCapability;
}

/** A survey of every product team; the answers come in one by one, from whoever holds a link. */
export async function ask(world: World, platform: DemoPlatform, plan: SurveyPlan): Promise<void> {
  const tomas = await world.as('tomas');
  const { id } = await createCycle(tomas, {
    ...{ platform: platform.key, title: plan.title, askedBy: 'The platform group', template: 'platform-experience' },
    capabilities: plan.capabilities,
    teams: TEAMS.map((team) => ({ team, invited: sizeOf(team) })),
    closesAt: world.instant(plan.opensAgo - plan.days),
  });
  const cycle = { platform: platform.key, cycle: id };
  await openCycle(tomas, { ...cycle, acceptNoResult: false });
  const { teams } = await issueInvitations(tomas, cycle);
  const links = teams.flatMap(({ team, links: own }) =>
    own.map((link, index) => ({ link, person: `${team} ${index}` })),
  );
  for (const { link, person } of links) {
    if (noise(plan.title, person, 'answers') > plan.turnout) continue;
    const token = link.split('/').at(-1) ?? '';
    await submitResponse(world.operator, { token, answers: answersOf(platform, plan, person) });
  }
  const stillOpen = plan.opensAgo - plan.days < 0;
  world.goTo(stillOpen ? 0 : plan.opensAgo - plan.days + 0.01);
  if (stillOpen) await countParticipation(world.operator);
  else await closeCycle(tomas, cycle);
}
