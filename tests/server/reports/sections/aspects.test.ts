import { expect, test } from 'vitest';
import { aspects } from '#server/reports/sections/aspects.ts';
import { frozenQuarter, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

test('each aspect has its distance to target, its range, its median and its counts', () => {
  const [table] = tablesOf(aspects(reportMaterial()).blocks);
  expect(table?.title).toBe('Every aspect has come equally far');
  expect(table?.columns.map(({ name }) => name)).toEqual([
    ...['Aspect', 'To target', 'Range', 'Lower median', 'At target', 'Below'],
  ]);
  // two capabilities without evidence: both at level 1, both below their target
  expect(table?.rows[0]).toEqual(['Investment', '0%', '0% to 100%', '1\u00a0Provisional', '0', '2']);
});

test('the spread counts the cells at each level, with the last quarter above', () => {
  const before = frozenQuarter({ assessment: { period: '2026-Q1' } });
  const [spread] = aspects(reportMaterial(frozenQuarter(), before)).blocks;
  expect(spread).toMatchObject({
    kind: 'spread',
    title: 'In Investment, 2 of 2 cells are below their target',
    steps: ['not offered', '1\u00a0Provisional', '2\u00a0Operational', '3\u00a0Scalable', '4\u00a0Optimizing'],
  });
  expect(spread?.kind === 'spread' ? spread.rows[0] : null).toEqual({
    name: 'Investment',
    bars: [
      { period: '2026-Q1', counts: [0, 2, 0, 0, 0], words: '2 at 1\u00a0Provisional' },
      { period: '2026-Q2', counts: [0, 2, 0, 0, 0], words: '2 at 1\u00a0Provisional' },
    ],
  });
});
