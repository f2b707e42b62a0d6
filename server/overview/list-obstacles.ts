import type { Caps } from '#rubrics/scoring/route-steps.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { isBelowTarget } from '#rubrics/scoring/short-of-target.ts';
import { listBlockers } from './list-blockers.ts';

/** A criterion that keeps cells below their target, and how far it reaches. */
export type Obstacle = {
  criterion: string;
  aspect: string;
  level: number;
  role: 'required' | 'supporting' | 'anchor' | 'limiter';
  /** one test for the whole platform: met once, it counts everywhere */
  inherited: boolean;
  notMet: number;
  unknown: number;
  capabilities: string[];
};

const reach = ({ capabilities }: Obstacle) => capabilities.length;

/** What stands in the way of the most cells below their target, the widest reach first. */
export function listObstacles(cells: readonly Cell[], caps: Caps): Obstacle[] {
  const obstacles = new Map<string, Obstacle>();
  for (const cell of cells.filter(isBelowTarget)) {
    for (const { id, level, role, inherited, state } of listBlockers(cell, caps)) {
      const found = obstacles.get(id) ?? {
        ...{ criterion: id, aspect: cell.aspect, level, role, inherited },
        ...{ notMet: 0, unknown: 0, capabilities: [] },
      };
      const isKnown = state !== 'unknown';
      obstacles.set(id, {
        ...found,
        notMet: found.notMet + (isKnown ? 1 : 0),
        unknown: found.unknown + (isKnown ? 0 : 1),
        capabilities: [...found.capabilities, cell.capability],
      });
    }
  }
  return [...obstacles.values()].toSorted(
    (a, b) => reach(b) - reach(a) || a.level - b.level || (a.criterion < b.criterion ? -1 : 1),
  );
}
