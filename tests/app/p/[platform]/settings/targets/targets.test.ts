import { expect, test } from 'vitest';
import { changedTargets, levelsOf, withLevel } from '#app/p/[platform]/settings/targets/targets.ts';

const target = (capability: string, aspect: string, level: number | null) => ({
  capability,
  aspect,
  level,
  default: 3,
});
const TARGETS = [target('data', 'adoption', null), target('data', 'interfaces', 4), target('apis', 'adoption', 2)];

test('what is set back as it was is no change', () => {
  expect(changedTargets(TARGETS, levelsOf(TARGETS))).toEqual([]);
  const there = withLevel(levelsOf(TARGETS), TARGETS.slice(0, 1), 2);
  expect(changedTargets(TARGETS, withLevel(there, TARGETS.slice(0, 1), null))).toEqual([]);
});

test('many cells are set at once, and only those that differ count', () => {
  const column = TARGETS.filter(({ aspect }) => aspect === 'adoption');
  expect(changedTargets(TARGETS, withLevel(levelsOf(TARGETS), column, 2))).toEqual([
    { capability: 'data', aspect: 'adoption', level: 2 },
  ]);
  expect(changedTargets(TARGETS, withLevel(levelsOf(TARGETS), TARGETS, null))).toEqual([
    { capability: 'data', aspect: 'interfaces', level: null },
    { capability: 'apis', aspect: 'adoption', level: null },
  ]);
});
