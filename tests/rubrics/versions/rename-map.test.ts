import { expect, test } from 'vitest';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { buildCriterion, buildPack } from '#tests/support/build-rubric.ts';

const older = buildPack([buildCriterion('USE-2.a'), buildCriterion('USE-3.a')]);
const newer = buildPack([buildCriterion('USE-2.a'), buildCriterion('USE-3.b')]);
const renamed = { ...newer, pack: { ...newer.pack, renamed: { 'USE-3.a': 'USE-3.b', 'USE-2.z': 'USE-2.a' } } };

test('what was renamed is found forwards, also from versions before the last', () => {
  expect(renameMap(older, renamed)).toEqual(
    new Map([
      ['USE-3.a', 'USE-3.b'],
      ['USE-2.z', 'USE-2.a'],
    ]),
  );
});

test('and backwards, where one goes back to an older version', () => {
  expect(renameMap(renamed, older)).toEqual(new Map([['USE-3.b', 'USE-3.a']]));
});

test('without a word about it nothing is the same', () => {
  expect(renameMap(older, newer)).toEqual(new Map());
});
