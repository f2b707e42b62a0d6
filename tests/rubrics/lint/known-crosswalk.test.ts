import { expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { SMALL_PACK } from '#tests/support/plant-fault.ts';

const withCrosswalk = (text: string) => lintPack([...SMALL_PACK, { file: 'crosswalk.yaml', text }]);

test('a crosswalk may begin at an aspect or at a criterion', () => {
  expect(
    withCrosswalk('- { from: interfaces, model: Other, to: Doors }\n- { from: INT-2.a, model: Other, to: Gates }\n'),
  ).toEqual([]);
});

test('one that begins at nothing of the pack is found', () => {
  const [finding] = withCrosswalk('- { from: interface, model: Other, to: Doors }\n');
  expect(finding).toMatchObject({
    ...{ check: 'known-crosswalk', file: 'crosswalk.yaml', line: 1 },
    instead: expect.stringContaining('"interfaces"'),
  });
});

test('one that would convert has no place for a number', () => {
  expect(withCrosswalk('- { from: interfaces, model: Other, to: Doors, level: 2 }\n')[0]?.check).toBe('follows-schema');
});

test('a pack that is pointed at is named together with the place in it', () => {
  const line = (more: string) => withCrosswalk(`- { from: interfaces, model: Other, to: Doors, ${more} }\n`);
  expect(line('pack: other, at: doors')).toEqual([]);
  expect(line('pack: other')[0]).toMatchObject({ check: 'follows-schema', file: 'crosswalk.yaml', line: 1 });
  expect(line('at: doors')[0]?.instead).toContain('"pack" and "at" together');
});
