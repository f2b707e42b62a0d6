import { expect, test } from 'vitest';
import { listObstacles } from '#server/overview/list-obstacles.ts';
import { buildCell, buildCriterion } from '#tests/support/build-cell.ts';

const notMet = buildCriterion({ id: 'INT-3.a', level: 3, state: 'not_met' });
const unknown = buildCriterion({ id: 'INT-3.a', level: 3, state: 'unknown', reason: 'no_data' });

test('a criterion reaches as far as the cells below their target that it blocks', () => {
  const wide = buildCriterion({ id: 'INT-3.b', level: 3, inherited: true, state: 'not_met' });
  const cells = [
    buildCell({ capability: 'data', criteria: [notMet, wide] }),
    buildCell({ capability: 'apis', criteria: [unknown, wide] }),
    buildCell({ capability: 'security', criteria: [wide] }),
  ];
  expect(listObstacles(cells, new Map())).toMatchObject([
    { criterion: 'INT-3.b', inherited: true, notMet: 3, unknown: 0, capabilities: ['data', 'apis', 'security'] },
    { criterion: 'INT-3.a', inherited: false, notMet: 1, unknown: 1, capabilities: ['data', 'apis'] },
  ]);
});

test('nothing stands in the way of a cell that has reached its target', () => {
  expect(listObstacles([buildCell({ level: 3, target: 3, next: 4, criteria: [notMet] })], new Map())).toEqual([]);
});
