import { expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDifference,
  formatNumber,
  formatPercent,
  formatValue,
  formatWhen,
} from '#app/_messages/format.ts';

test.each([
  [0.625, 'ratio', '62.5%'],
  [5400, 'duration', '1.5 hr'],
  [172_800, 'duration', '2 days'],
  [0, 'duration', '0 sec'],
  [1234, 'count', '1,234'],
  [68.25, 'points', '68.25'],
] as const)('%d as %s is written %s', (value, dimension, words) => {
  expect(formatValue(value, dimension, 'en')).toBe(words);
});

test('a share is whole percent unless asked for more', () => {
  expect(formatPercent(0.6249, 'en')).toBe('62%');
  expect(formatPercent(0.6249, 'en', 1)).toBe('62.5%');
});

test('a time is shown in the zone of the platform', () => {
  expect(formatDateTime('2026-11-22T23:30:00Z', 'en', 'Europe/Berlin')).toBe('Nov 23, 2026, 12:30 AM');
  expect(formatDate('2026-11-22', 'en')).toBe('Nov 22, 2026');
});

test('times are relative under a day only', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect(formatWhen('2026-11-22T11:30:00Z', now, 'en')).toBe('30 minutes ago');
  expect(formatWhen('2026-11-22T02:00:00Z', now, 'en')).toBe('10 hours ago');
  expect(formatWhen('2026-11-20T12:00:00Z', now, 'en')).toBe('Nov 20, 2026');
});

test('what is negative has the minus of mathematics, as wide as the plus', () => {
  expect([formatNumber(-0.13, 'en'), formatPercent(-0.5, 'en'), formatValue(-90, 'duration', 'en')]).toEqual([
    '−0.13',
    '−50%',
    '−1.5 min',
  ]);
  expect([-0.44, 0, 1.66].map((value) => formatDifference(value, 'en'))).toEqual(['−0.4', '0', '+1.7']);
});
