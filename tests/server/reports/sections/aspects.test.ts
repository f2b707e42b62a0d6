import { expect, test } from 'vitest';
import { aspects } from '#server/reports/sections/aspects.ts';
import { reportMaterial, tablesOf } from '#tests/support/build-report.ts';

test('each aspect has its distance to target, its range, its median and its counts', () => {
  const [table] = tablesOf(aspects(reportMaterial()).blocks);
  expect(table?.title).toBe('Every aspect has as many cells below target');
  expect(table?.rows[2]).toEqual([
    'Interfaces',
    '0%',
    expect.stringMatching(/^0% to \d+%$/),
    '1\u00a0Provisional',
    '0',
    '2',
  ]);
  expect(table?.rows).toHaveLength(5);
});
