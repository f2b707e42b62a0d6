import { listImprovements } from '#db/queries/improvements.ts';
import type { CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { readScorecard } from '../assessments/read-scorecard.ts';
import { createImprovement } from '../backlog/create-improvement.ts';
import type { ImprovementState } from '../backlog/improvement-states.ts';
import { moveImprovement } from '../backlog/move-improvement.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { newestRubric } from '../catalogue/insert-platform.ts';
import type { DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

const MOST_CRITERIA = 4;

/** Cells that a few criteria of their own keep from the next level, below their target. */
async function chances(world: World, platform: DemoPlatform) {
  const { cells } = await readScorecard(world.operator, { platform: platform.key });
  const { pack } = newestRubric().pack;
  return cells.flatMap(({ capability, aspect, criteria, level, next, target }) => {
    if (level === null || next === null || level >= target) return [];
    const open = criteria.filter((one) => isOpen(one, next));
    if (open.length === 0 || open.length > MOST_CRITERIA || open.some(({ inherited }) => inherited)) return [];
    const course = platform.courses[capability];
    const name = pack.capabilities.find(({ key }) => key === capability)?.name ?? capability;
    const title = `${name}: ${aspect} to level ${next}`;
    const places = open.map(({ id }) => ({ criterion: id, capability }));
    const unknown = open.filter(({ state }) => state === 'unknown').length;
    return [{ title, places, unknown, gain: (course?.to ?? 0) - (course?.from ?? 0), owner: course?.owner }];
  });
}

const isOpen = ({ state, role, level }: CriterionResult, next: number) =>
  role === 'required' && level > 1 && level <= next && (state === 'not_met' || state === 'unknown');

type Plan = { most: number; dueAgo: number };

/** Proposes what promises most where the platform is on its way, and one thing where it is not: that will not be confirmed. */
export async function propose(world: World, platform: DemoPlatform, { most, dueAgo }: Plan): Promise<void> {
  const tomas = await world.as('tomas');
  const { id: platformId } = await findPlatform(tomas, platform.key);
  const known = new Set((await listImprovements(tomas.db, platformId)).map(({ title }) => title));
  const found = (await chances(world, platform))
    .filter(({ title }) => !known.has(title))
    .toSorted((a, b) => a.unknown - b.unknown || b.gain - a.gain);
  const hopeless = found.filter(({ unknown }) => unknown === 0).at(-1);
  const chosen = new Set([...(hopeless ? [hopeless] : []), ...found.slice(0, most - 1)]);
  for (const { title, places, owner } of chosen) {
    await createImprovement(tomas, {
      ...{ platform: platform.key, title, notes: '', criteria: places },
      owner: owner === undefined ? null : { team: owner },
      dueOn: world.instant(dueAgo).slice(0, 10),
    });
  }
}

/** Moves the oldest improvements of one state on to another. */
export async function advance(
  world: World,
  platform: DemoPlatform,
  move: { from: ImprovementState; to: ImprovementState; most: number },
): Promise<void> {
  const tomas = await world.as('tomas');
  const { id: platformId } = await findPlatform(tomas, platform.key);
  const all = await listImprovements(tomas.db, platformId);
  const due = all.filter(({ state }) => state === move.from).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  for (const { id, version } of due.slice(0, move.most)) {
    await moveImprovement(tomas, { platform: platform.key, id, version, state: move.to });
  }
}
