import { expect, test } from 'vitest';
import { packOf, parsePack } from '#rubrics/parse-pack.ts';
import { CRITERIA_FILE, SMALL_PACK } from '#tests/support/plant-fault.ts';

const withCriteria = (text: string) =>
  parsePack(SMALL_PACK.map((each) => (each.file === CRITERIA_FILE ? { ...each, text } : each)));

test('a pack is read whole, its criteria by id', () => {
  const files = SMALL_PACK.map((each) =>
    each.file === CRITERIA_FILE ? { ...each, text: each.text.replace('INT-1.a', 'INT-9.a') } : each,
  );
  const pack = packOf(parsePack(files));
  expect(pack?.criteria.map((criterion) => criterion.id)).toEqual(['INT-1.b', 'INT-2.a', 'INT-3.a', 'INT-9.a']);
  expect(pack?.metrics).toHaveLength(3);
  expect(pack?.questions).toHaveLength(4);
});

test('a pack with a fault is none', () => {
  expect(packOf(withCriteria('- id: INT-1.a'))).toBeNull();
});

test('no default is filled in', () => {
  const pack = packOf(parsePack(SMALL_PACK));
  expect(pack?.criteria[3]).not.toHaveProperty('effort');
});

test('a place that does not exist stands where its parent does', () => {
  const source = parsePack(SMALL_PACK);
  expect(source.positionOf({ file: CRITERIA_FILE, path: [1, 'nothing', 'below'] })).toEqual({ line: 10, column: 3 });
  expect(source.positionOf({ file: 'nowhere.yaml', path: [] })).toEqual({ line: 1, column: 1 });
});

test('a number where a text belongs is told as such', () => {
  const source = withCriteria('- 5');
  expect(source.problems).toHaveLength(1);
  expect(source.problems[0]?.instead).toContain('expected object');
});

test.each(['', '#', '- - -', '{', '"', '\t- a', '&a [*a]', '- !!js/function "x"', '? [a, b] : c', '%YAML 9.9\n---\nx'])(
  'the text %j is read without breaking',
  (text) => {
    expect(() => withCriteria(text)).not.toThrow();
  },
);
