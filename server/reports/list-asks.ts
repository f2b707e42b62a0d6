import { capsOf } from '../overview/list-blockers.ts';
import { listObstacles, type Obstacle } from '../overview/list-obstacles.ts';
import type { Material } from './report-material.ts';

/** What would help the most cells of what is offered on their way to target, widest reach first. */
export function listAsks({ scorecard, rubric, capabilities, texts, nameOf }: Material, most: number): string[] {
  const say = (obstacle: Obstacle) => {
    const { criterion: id, notMet, unknown, role, capabilities } = obstacle;
    const title = nameOf.criterion(id);
    if (role === 'limiter') return texts.summary.askSymptom(title, id, capabilities.length);
    return texts.summary.ask({ title, id, cells: capabilities.length, notMet, unknown });
  };
  const offered = new Set(capabilities.filter((one) => one.offered).map(({ key }) => key));
  const cells = scorecard.cells.filter(({ capability }) => offered.has(capability));
  const obstacles = listObstacles(cells, capsOf(rubric)).slice(0, most);
  return obstacles.length === 0 ? [texts.summary.nothingAsked] : obstacles.map(say);
}
