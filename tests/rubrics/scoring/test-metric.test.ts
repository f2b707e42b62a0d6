import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { MetricLeaf } from '#rubrics/pack.ts';
import { buildDay, buildSeries, dayBefore, daysBefore } from '#tests/support/build-bundle.ts';
import { rubricThatTests } from '#tests/support/build-rubric.ts';
import { stateOn, traceOn } from '#tests/support/score-one.ts';

type Metrics = Bundle['metrics'];
const uses = (changes: Partial<MetricLeaf> = {}): MetricLeaf => ({
  metric: 'uses',
  statistic: 'latest',
  is: '>= 3',
  ...changes,
});
const on = (leaf: MetricLeaf, metrics: Metrics) => stateOn(rubricThatTests(leaf), { metrics });
const valueOn = (leaf: MetricLeaf, metrics: Metrics) => {
  const trace = traceOn(rubricThatTests(leaf), { metrics });
  return trace.kind === 'metric' ? [trace.value, trace.n] : null;
};

describe('what is missing is never met', () => {
  test('no value ever is no data, also for "at most"', () => {
    expect(on(uses(), [])).toBe('unknown: no_data');
    expect(on(uses({ is: '<= 50' }), [])).toBe('unknown: no_data');
  });

  test('a value of another capability or of the platform is no data', () => {
    expect(
      on(uses(), [
        buildSeries('uses', { 1: 9 }, { capability: 'data' }),
        buildSeries('uses', { 1: 9 }, { capability: null }),
      ]),
    ).toBe('unknown: no_data');
  });

  test('a stale sample counts as no evidence', () => {
    expect(on(uses({ window: '400d', max_age: '30d' }), [buildSeries('uses', { 30: 9 })])).toBe('met'); // noon to noon: exactly 30 days
    expect(on(uses({ window: '400d', max_age: '30d' }), [buildSeries('uses', { 31: 9 })])).toBe('unknown: stale');
  });

  test('too few samples decide nothing', () => {
    expect(on(uses({ min_samples: 3 }), [buildSeries('uses', { 1: 9, 2: 9 })])).toBe('unknown: too_few_samples');
    expect(on(uses({ min_samples: 3 }), [buildSeries('uses', { 1: 9, 2: 9, 3: 9 })])).toBe('met');
    expect(on(uses({ window: '30d', max_age: '90d' }), [buildSeries('uses', { 40: 9 })])).toBe(
      'unknown: too_few_samples',
    );
  });

  test('a failing source is the reason only where no value decides', () => {
    const sourceErrors = [{ metric: 'uses', capability: null, since: daysBefore(2), message: 'no route to host' }];
    expect(stateOn(rubricThatTests(uses()), { sourceErrors })).toBe('unknown: source_error');
    expect(stateOn(rubricThatTests(uses()), { sourceErrors, metrics: [buildSeries('uses', { 200: 9 })] })).toBe(
      'unknown: source_error',
    );
    expect(stateOn(rubricThatTests(uses()), { sourceErrors, metrics: [buildSeries('uses', { 3: 9 })] })).toBe('met');
  });
});

describe('a window counts UTC days', () => {
  const leaf = uses({ statistic: 'sum', window: '7d' });

  test('after day(asOf − window) and up to day(asOf)', () => {
    expect(valueOn(leaf, [buildSeries('uses', { 0: 1, 6: 10, 7: 100 })])).toEqual([11, 2]);
  });

  test('a day with a value later than asOf is left out', () => {
    const today = { ...buildDay(dayBefore(0), 100), lastAt: `${dayBefore(0)}T12:00:00.001Z` };
    expect(valueOn(leaf, [{ ...buildSeries('uses', { 3: 1 }), days: [buildDay(dayBefore(3), 1), today] }])).toEqual([
      1, 1,
    ]);
  });
});

describe('statistics', () => {
  const series = [buildSeries('uses', { 1: 5, 2: 1, 3: 9 })];
  test.each([
    ['latest', 5],
    ['mean', 5],
    ['sum', 15],
    ['min', 1],
    ['max', 9],
    ['count', 3],
  ] as const)('%s of 9, 1, 5 is %f', (statistic, value) => {
    expect(valueOn(uses({ statistic }), series)).toEqual([value, 3]);
  });

  test('percentiles are nearest ranks over all days', () => {
    // 60, 60, 120, 240, 600: ranks ⌈2.5⌉ = 3 and ⌈4.5⌉ = 5
    const one = { ...buildDay(dayBefore(2), 60, 2), values: [[60, 2]] satisfies [number, number][] };
    const two = {
      ...buildDay(dayBefore(1), 120, 3),
      values: [
        [120, 1],
        [240, 1],
        [600, 1],
      ] satisfies [number, number][],
    };
    const wait = [{ ...buildSeries('wait', {}), days: [one, two] }];
    expect(valueOn({ metric: 'wait', statistic: 'p50', is: '<= 2m' }, wait)).toEqual([120, 5]);
    expect(valueOn({ metric: 'wait', statistic: 'p90', is: '<= 1h' }, wait)).toEqual([600, 5]);
    expect(on({ metric: 'wait', statistic: 'p90', is: '<= 5m' }, wait)).toBe('not_met');
  });

  test('a share divides sums, and its n is the denominator', () => {
    const leaf: MetricLeaf = { metric: 'failed', denominator: 'runs', statistic: 'share', is: '<= 5%' };
    const runs = buildSeries('runs', { 1: 60, 2: 40 });
    expect(valueOn(leaf, [buildSeries('failed', { 1: 3, 2: 2 }), runs])).toEqual([0.05, 100]);
    expect(on(leaf, [buildSeries('failed', { 1: 3, 2: 2 }), runs])).toBe('met');
    expect(on(leaf, [runs])).toBe('unknown: no_data');
    expect(on(leaf, [buildSeries('failed', { 1: 0 }), buildSeries('runs', { 1: 0 })])).toBe('unknown: too_few_samples');
    expect(on({ ...leaf, min_samples: 101 }, [buildSeries('failed', { 1: 1 }), runs])).toBe('unknown: too_few_samples');
  });

  test('sums do not depend on the order of the days', () => {
    const values = { 1: 0.1, 2: 1e9, 3: 0.2, 4: 0.3 };
    const backwards = { 4: 0.1, 3: 1e9, 2: 0.2, 1: 0.3 };
    const leaf = uses({ statistic: 'sum' });
    expect(valueOn(leaf, [buildSeries('uses', values)])).toEqual(valueOn(leaf, [buildSeries('uses', backwards)]));
  });

  test('a derived number is rounded before it is compared', () => {
    // 0.1 + 0.2 is 0.30000000000000004 in binary
    expect(
      on({ metric: 'share-done', statistic: 'sum', is: '<= 30%' }, [buildSeries('share-done', { 1: 0.1, 2: 0.2 })]),
    ).toBe('met');
  });
});

describe('labels', () => {
  const of = (channel: string, value: number, changes: Partial<Metrics[number]> = {}) =>
    buildSeries('state', { 1: value }, { labels: { channel }, ...changes });
  const latest: MetricLeaf = { metric: 'state', statistic: 'latest', is: '>= 3' };

  test('series that differ in labels combine as the catalogue says', () => {
    const runs = [
      buildSeries('runs', { 1: 4 }, { labels: { channel: 'cli' } }),
      buildSeries('runs', { 5: 3 }, { labels: { channel: 'api' } }),
    ];
    expect(valueOn({ metric: 'runs', statistic: 'latest', is: '>= 3' }, runs)).toEqual([7, 2]);
    expect(valueOn(latest, [of('cli', 1), buildSeries('state', { 2: 9 }, { labels: { channel: 'api' } })])).toEqual([
      1, 2,
    ]);
  });

  test('a tie goes to the later received, then to the greater source id', () => {
    const received = (value: number, channel: string, at: string) => {
      const series = of(channel, value);
      return { ...series, days: series.days.map((day) => ({ ...day, lastReceivedAt: at })) };
    };
    expect(valueOn(latest, [received(8, 'cli', daysBefore(0)), received(2, 'api', daysBefore(1))])).toEqual([8, 2]);
    expect(valueOn(latest, [of('cli', 2, { source: 'csv' }), of('api', 8, { source: 'push' })])).toEqual([8, 2]);
  });

  test('a leaf may keep to some values, and may count them', () => {
    const all = [of('cli', 1), of('api', 5), of('portal', 7)];
    expect(valueOn({ ...latest, where: { channel: ['api'] } }, all)).toEqual([5, 1]);
    expect(valueOn({ metric: 'state', statistic: 'distinct', label: 'channel', is: '>= 3' }, all)).toEqual([3, 3]);
  });
});

test('a metric of the platform is read from the platform, whatever the capability', () => {
  expect(
    on({ metric: 'breadth', statistic: 'latest', is: '>= 3' }, [
      buildSeries('breadth', { 1: 3 }, { capability: null }),
    ]),
  ).toBe('met');
});

test('an explanation says what was read, from whom and what is missing', () => {
  const trace = traceOn(rubricThatTests(uses({ min_samples: 5, window: '30d' })), {
    metrics: [buildSeries('uses', { 2: 9, 1: 4 })],
  });
  expect(trace).toEqual({
    kind: 'metric',
    state: 'unknown',
    reason: 'too_few_samples',
    metric: 'uses',
    capability: 'builds',
    statistic: 'latest',
    where: null,
    label: null,
    denominator: null,
    value: 4,
    unit: 'count',
    n: 2,
    op: '>=',
    threshold: 3,
    observedAt: daysBefore(1),
    ageDays: 1,
    maxAgeDays: 90,
    window: { from: dayBefore(29), to: dayBefore(0) },
    minSamples: 5,
    moreSamples: 3,
    sources: ['metrics-api'],
    sourceError: null,
  });
});
