import { listImprovements } from '#db/queries/improvements.ts';
import { readScorecard } from '../assessments/read-scorecard.ts';
import { createImprovement } from '../backlog/create-improvement.ts';
import type { ImprovementState } from '../backlog/improvement-states.ts';
import { moveImprovement } from '../backlog/move-improvement.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { newestRubric } from '../catalogue/insert-platform.ts';
import type { DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

/** The criteria of metrics that are not met where something is to be won, the lowest level first; one of each cell. */
async function chances(world: World, platform: DemoPlatform) {
  const { cells } = await readScorecard(world.operator, { platform: platform.key });
  const titles = new Map(newestRubric().pack.criteria.map(({ id, title }) => [id, title]));
  return cells.flatMap(({ capability, criteria, next }) => {
    const open = criteria.find(
      ({ state, role, level, inherited }) => state === 'not_met' && role === 'required' && level === next && !inherited,
    );
    if (open === undefined) return [];
    const course = platform.courses[capability];
    const title = `${titles.get(open.id)}: ${capability.replaceAll('-', ' ')}`;
    return [
      { capability, criterion: open.id, title, gain: (course?.to ?? 0) - (course?.from ?? 0), owner: course?.owner },
    ];
  });
}

type Plan = { most: number; dueAgo: number; people?: 'ines' | 'jonas' };

/** Proposes what promises most where the platform is on its way, a few at a time. */
export async function propose(world: World, platform: DemoPlatform, { most, dueAgo }: Plan): Promise<void> {
  const tomas = await world.as('tomas');
  const { id: platformId } = await findPlatform(tomas, platform.key);
  const known = new Set((await listImprovements(tomas.db, platformId)).map(({ title }) => title));
  const found = (await chances(world, platform)).filter(({ title }) => !known.has(title.slice(0, 140)));
  for (const { title, criterion, capability, owner } of found.toSorted((a, b) => b.gain - a.gain).slice(0, most)) {
    await createImprovement(tomas, {
      ...{ platform: platform.key, title: title.slice(0, 140), notes: '', criteria: [{ criterion, capability }] },
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
