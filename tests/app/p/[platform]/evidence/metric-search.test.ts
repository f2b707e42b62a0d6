import { expect, test } from 'vitest';
import { type MetricRow, parseMetricSearch, searchMetrics } from '#app/p/[platform]/evidence/metric-search.ts';

const metric = (key: string, name: string, freshness: MetricRow['freshness']): MetricRow => ({
  key,
  number: 'M-01',
  name,
  description: 'What it says.',
  dimension: 'ratio',
  goal: 'Can people act alone?',
  feeds: [],
  series: 1,
  freshness,
  newest:
    freshness === 'never'
      ? null
      : { value: 1, at: '2026-11-22T00:00:00.000Z', capability: null, source: '', origin: '' },
});
const METRICS = [
  metric('bypass', 'Bypass', 'never'),
  metric('self-service-rate', 'Self-service rate', 'fresh'),
  metric('team-adoption', 'Team adoption', 'stale'),
];
const keys = (search: Record<string, string | string[]>) =>
  searchMetrics(METRICS, parseMetricSearch(search)).map(({ key }) => key);

test('what has values comes first', () => {
  expect(keys({})).toEqual(['self-service-rate', 'team-adoption', 'bypass']);
});

test('every word must be found, in any case and anywhere in the words about a metric', () => {
  expect(keys({ q: 'RATE alone' })).toEqual(['self-service-rate']);
  expect(keys({ q: 'rate bypass' })).toEqual([]);
});

test('freshness filters; an address that makes no sense shows everything', () => {
  expect(keys({ show: 'stale' })).toEqual(['team-adoption']);
  expect(keys({ show: 'sideways', q: ['a', 'b'] })).toHaveLength(3);
});
