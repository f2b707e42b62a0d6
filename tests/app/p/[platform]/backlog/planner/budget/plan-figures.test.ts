import { expect, test } from 'vitest';
import { ceilingOf } from '#app/p/[platform]/backlog/planner/budget/plan-figures.tsx';

// points of percent to target, up to the next tenth
test.each([
  [0.43, 43],
  [0.57, 57],
  [0.430001, 43.1],
  [0.4301, 43.1],
  [0, 0],
])('of a bound of %d no plan is said to exceed %d points', (bound, points) => {
  expect(ceilingOf({ bound })).toBe(points);
});
