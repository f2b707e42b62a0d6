import { expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { checks } from '#rubrics/lint/registry.ts';
import { CRITERIA_FILE, plantFault, SMALL_PACK } from '#tests/support/plant-fault.ts';

test('a pack without a fault has no findings', () => {
  expect(lintPack(SMALL_PACK)).toEqual([]);
});

test('every check has a key of its own', () => {
  expect(new Set(checks.map((check) => check.key)).size).toBe(checks.length);
});

test('a finding says where, what, and what to write instead', () => {
  const { findings } = plantFault(CRITERIA_FILE, 'is: ">= 80%"', 'is: ">= 0.8"');
  // `      - { ` has 10 characters, `metric: self-service-rate, ` 27, `statistic: latest, ` 19 and `is: ` 4
  expect(findings).toEqual([
    {
      check: 'threshold-dimension',
      file: CRITERIA_FILE,
      line: 43,
      column: 61,
      message: '">= 0.8" cannot be compared with latest of self-service-rate, a ratio',
      instead: '"0.8" is the wrong kind of quantity: write a share, such as "80%" or "5/100"',
    },
  ]);
});

test('one broken criterion does not hide the faults of the others', () => {
  const files = SMALL_PACK.map(({ file, text }) => ({
    file,
    text: text.replace('role: anchor', 'role: ankor').replace('"> 7d"', '"> 7%"'),
  }));
  expect(lintPack(files).map(({ check }) => check)).toEqual(['follows-schema', 'threshold-dimension']);
});

test('findings come by file, line and column', () => {
  const files = SMALL_PACK.map(({ file, text }) => ({
    file,
    text: text.replace('level: 1\n', 'level: 7\n').replace('default: 3', 'default: 9').replace('"> 7d"', '"> 7%"'),
  }));
  const places = lintPack(files).map(({ file, line, column }) => [file, line, column] as const);
  expect(places).toEqual(places.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2])));
  expect(places.length).toBeGreaterThan(2);
});

test('a folder that is no pack says which files are missing', () => {
  const findings = lintPack([]);
  expect(findings.map(({ file }) => file)).toEqual([
    'criteria/<aspect>.yaml',
    'metrics.yaml',
    'pack.yaml',
    'questions.yaml',
  ]);
});

test('aliases that would fill the memory are refused', () => {
  const list = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`;
  const text = ['a: &a [1, 2]', list('b', 'a'), list('c', 'b'), list('d', 'c'), list('e', 'd')].join('\n');
  const findings = lintPack([...SMALL_PACK.filter(({ file }) => file !== 'pack.yaml'), { file: 'pack.yaml', text }]);
  expect(findings.map(({ check, file }) => [check, file])).toEqual([['follows-schema', 'pack.yaml']]);
});
