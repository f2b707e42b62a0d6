import { expect, test } from 'vitest';
import { compareVersions, isEnough, largestBump, nextVersion } from '#rubrics/versions/bump.ts';

test('versions are ordered by number, not by letter', () => {
  expect(['1.10.0', '1.9.3', '2.0.0', '1.9.12'].toSorted(compareVersions)).toEqual([
    '1.9.3',
    '1.9.12',
    '1.10.0',
    '2.0.0',
  ]);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
});

test('the next version drops what is smaller', () => {
  expect(nextVersion('1.2.3', 'major')).toBe('2.0.0');
  expect(nextVersion('1.2.3', 'minor')).toBe('1.3.0');
  expect(nextVersion('1.2.3', 'patch')).toBe('1.2.4');
});

test.each([
  ['major', '2.0.0', true],
  ['major', '3.1.0', true],
  ['major', '1.99.0', false],
  ['minor', '1.3.0', true],
  ['minor', '1.2.4', false],
  ['patch', '1.2.4', true],
  ['patch', '1.2.3', false],
  ['patch', '1.1.9', false],
] as const)('after 1.2.3 a %s change may be called %s: %s', (bump, to, enough) => {
  expect(isEnough({ from: '1.2.3', to }, bump)).toBe(enough);
});

test('the largest of several changes counts, and none is none', () => {
  expect(largestBump(['patch', 'major', 'minor'])).toBe('major');
  expect(largestBump([])).toBe('none');
});
