import { expect, test } from 'vitest';
import type { MetricDefinition, Test } from '#rubrics/pack.ts';
import { chartSeries } from '#server/evidence/chart-series.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
// 20 000 is 2024-10-04
const DAY = { day: 20_000, last: 9, sum: 12, count: 4, min: 1, max: 9 };

function chartOf(tests: Test[], metric = 'uses', changes: { days?: (typeof DAY)[]; capability?: string | null } = {}) {
  const rubric = buildRubric(tests.map((one, i) => buildCriterion(`USE-2.${'abcd'[i]}`, { test: one })));
  const definition: MetricDefinition | undefined = rubric.metrics.get(metric);
  if (definition === undefined) throw new Error(`There is no ${metric}.`);
  const { days = [DAY], capability = 'data' } = changes;
  return chartSeries({ rubric, definition, capability }, days, NOW);
}

test('a day is its last state, the mean of its observations, or the whole of what was added', () => {
  expect(chartOf([], 'uses').points).toEqual([{ day: '2024-10-04', value: 9, least: 1, most: 9 }]);
  expect(chartOf([], 'wait').points).toMatchObject([{ value: 3, least: 1, most: 9 }]);
  expect(chartOf([], 'runs').points).toMatchObject([{ value: 12, least: 12, most: 12 }]);
});

test('days come newest first and are drawn oldest first', () => {
  const days = [{ ...DAY, day: 20_001 }, DAY];
  expect(chartOf([], 'uses', { days }).points.map(({ day }) => day)).toEqual(['2024-10-04', '2024-10-05']);
});

test('the window is the widest that a criterion looks at, until now', () => {
  const { window } = chartOf([
    { metric: 'uses', statistic: 'latest', is: '>= 3', window: '30d' },
    { any: [{ metric: 'uses', statistic: 'mean', is: '>= 5', window: '60d' }] },
  ]);
  expect(window).toEqual({ from: '2026-09-23T12:00:00.000Z', to: '2026-11-22T12:00:00.000Z', days: 60 });
  expect(chartOf([]).window).toBeNull();
});

test('a threshold is drawn where a single day can be held against it, once for all that share it', () => {
  const { thresholds } = chartOf([
    { metric: 'uses', statistic: 'latest', is: '>= 3' },
    { not: { metric: 'uses', statistic: 'mean', is: '<= 3' } },
    { metric: 'uses', statistic: 'max', is: '>= 8' },
    { metric: 'uses', statistic: 'sum', is: '>= 100' },
  ]);
  expect(thresholds).toEqual([
    { value: 3, criteria: ['USE-2.a', 'USE-2.b'] },
    { value: 8, criteria: ['USE-2.c'] },
  ]);
  const share: Test = { metric: 'failed', denominator: 'runs', statistic: 'share', is: '<= 20%' };
  expect(chartOf([share], 'failed').thresholds).toEqual([]);
  expect(chartOf([share], 'runs')).toMatchObject({ thresholds: [], window: { days: 90 } });
});

test('what is asked of a capability is no line through the series of the whole platform', () => {
  const asked: Test = { metric: 'uses', statistic: 'latest', is: '>= 3' };
  expect(chartOf([asked], 'uses', { capability: null }).thresholds).toEqual([]);
});
