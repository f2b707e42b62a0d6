import { describe, expect, test } from 'vitest';
import { percentToTarget } from '#rubrics/scoring/percent-to-target.ts';
import {
  coverageOf,
  distributionOf,
  distributionsBy,
  lowerMedian,
  progressToDate,
  type RolledCell,
  weakestCell,
} from '#rubrics/scoring/roll-up.ts';

const cell = (level: number | null, target: number, changes: Partial<RolledCell> = {}): RolledCell => ({
  capability: 'builds',
  aspect: 'use',
  state: level === null ? 'not_offered' : 'scored',
  level,
  target,
  ...changes,
});
const weigh = (cells: RolledCell[], weight = 1) =>
  cells.map((one) => ({ cell: { ...one, low: one.level, high: one.level }, weight }));
const zip = (levels: number[], targets: number[]) =>
  levels.map((level, i) => cell(level, targets[i] ?? 0, { capability: `c${i}` }));

describe('percent to target', () => {
  test('agrees with the example that SAMM publishes (floor 0)', () => {
    // gaps 0.5 + 0.5 of 3.5 in all: 1 − 1/3.5
    const cells = zip([1, 0.5, 0, 1, 0, 0], [1, 1, 0, 1, 0.5, 0]);
    expect(percentToTarget(weigh(cells), 0).value).toBe(0.714286);
  });

  test('counts from the floor of the pack', () => {
    expect(percentToTarget(weigh(zip([3, 2, 1], [3, 3, 2])), 1).value).toBe(0.6); // 1 − 2/5
  });

  test('takes what is not offered as floor and leaves out what does not apply', () => {
    const cells = [cell(3, 3), cell(null, 3), cell(null, 3, { state: 'not_applicable' })];
    expect(percentToTarget(weigh(cells), 1).value).toBe(0.5); // 1 − 2/4
  });

  test('weighs capabilities, gives no credit above a target, and has a range', () => {
    const ranged = [
      { cell: { state: 'scored', level: 2, low: null, high: 4, target: 3 } as const, weight: 3 },
      { cell: { state: 'scored', level: 3, low: 3, high: 3, target: 2 } as const, weight: 1 },
    ];
    // whole 3·2 + 1·1 = 7; gap 3; low: 6; high: 0
    expect(percentToTarget(ranged, 1)).toEqual({ value: 0.571429, low: 0.142857, high: 1 });
  });

  test('is null where there is nothing to reach', () => {
    expect(percentToTarget(weigh([cell(1, 1)]), 1)).toEqual({ value: null, low: null, high: null });
  });
});

describe('progress to date', () => {
  test('agrees with the example that SAMM publishes', () => {
    // with weight ½: baseline 0.625, target 1.75, now 1.25
    const targets = [1, 1, 0, 1, 0.5, 0];
    const now = { cells: zip([1, 0.5, 0, 1, 0, 0], targets) };
    const baseline = { cells: zip([1, 0.25, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]) };
    expect(progressToDate(now, baseline, 0, () => 0.5)).toBe(0.555556);
  });

  test('looks only at cells that are in both', () => {
    const now = { cells: [cell(2, 3), cell(4, 4, { capability: 'new' })] };
    expect(progressToDate(now, { cells: [cell(1, 3), cell(1, 3, { capability: 'gone' })] }, 1, () => 1)).toBe(0.5);
  });

  test('is null where the baseline was at its target', () => {
    expect(progressToDate({ cells: [cell(3, 3)] }, { cells: [cell(3, 3)] }, 1, () => 1)).toBeNull();
  });
});

describe('distributions', () => {
  const cells = [
    cell(1, 3),
    cell(3, 3, { aspect: 'care' }),
    cell(null, 3, { capability: 'data' }),
    cell(null, 3, { state: 'not_applicable' }),
  ];

  test('count cells by level and leave out what does not apply', () => {
    const levels = [1, 0, 1, 0].map((count, i) => ({ level: i + 1, cells: count }));
    expect(distributionOf(cells, 4, 1)).toEqual({ notOffered: 1, levels, lowerMedian: 1 });
    expect([...distributionsBy('aspect', cells, { top: 4, floor: 1 }).keys()]).toEqual(['use', 'care']);
  });

  test('a median is the lower of two middle values', () => {
    expect(lowerMedian([4, 1, 3, 2])).toBe(2);
    expect(lowerMedian([3])).toBe(3);
    expect(lowerMedian([])).toBeNull();
  });

  test('the weakest cell is the lowest, then the farthest from its target', () => {
    const far = cell(1, 4, { aspect: 'z' });
    expect(weakestCell([cell(2, 4), cell(1, 2), far], 1)).toBe(far);
    expect(weakestCell([cell(null, 3, { state: 'not_applicable' })], 1)).toBeNull();
  });
});

test('coverage of several cells weighs their criteria', () => {
  const result = (level: number, state: 'met' | 'unknown', role: 'required' | 'supporting' | 'anchor') => ({
    id: 'X',
    level,
    role,
    inherited: false,
    state,
  });
  const criteria = [
    result(1, 'unknown', 'anchor'),
    result(2, 'met', 'required'),
    result(3, 'unknown', 'supporting'),
    result(4, 'unknown', 'required'),
  ];
  // up to level 3: 2 of 2 + 1
  expect(coverageOf([{ state: 'scored', next: 3, criteria }])).toBe(0.666667);
  expect(coverageOf([{ state: 'not_offered', next: null, criteria }])).toBeNull();
});
