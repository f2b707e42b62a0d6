import { expect, test } from 'vitest';
import { placeIn, stepFrom, touches, windowAround } from '#app/p/[platform]/backlog/timeline/_timeline/window.ts';

test('weeks begin on Mondays and reach from five weeks before to ten after', () => {
  // 22 November 2026 is a Sunday; its week begins on the 16th
  const { from, to, ticks } = windowAround('2026-11-22', 'weeks');
  expect({ from, to }).toEqual({ from: '2026-10-12', to: '2027-01-31' });
  expect([ticks.length, ticks[0], ticks[5]]).toEqual([16, '2026-10-12', '2026-11-16']);
});

test('months begin on their first day, over the turn of the year', () => {
  const { from, to, ticks } = windowAround('2026-11-22', 'months');
  expect({ from, to }).toEqual({ from: '2026-05-01', to: '2027-07-31' });
  expect(ticks[8]).toBe('2027-01-01');
});

test('a step goes half a window back or on', () => {
  expect(stepFrom('2026-11-22', 'weeks', 1)).toBe('2027-01-17');
  expect(stepFrom('2026-11-22', 'months', -1)).toBe('2026-04-01');
});

test('days are placed between the edges, and what lies outside stands at the nearer one', () => {
  const window = { scale: 'weeks' as const, from: '2026-11-01', to: '2026-11-10', ticks: [] };
  // ten days: the sixth begins half-way
  expect(placeIn(window, '2026-11-06')).toBe(0.5);
  expect([placeIn(window, '2026-01-01'), placeIn(window, '2027-01-01')]).toEqual([0, 1]);
  expect(touches(window, '2026-10-01', '2026-11-01')).toBe(true);
  expect(touches(window, '2026-11-11', '2026-12-01')).toBe(false);
});
