import { describe, expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import {
  AS_OF,
  buildAttestation,
  buildBundle,
  buildCapability,
  buildSeries,
  buildSurvey,
  dayBefore,
  daysBefore,
} from '#tests/support/build-bundle.ts';

const bundle = buildBundle({
  settings: { capabilities: [buildCapability(), buildCapability({ key: 'data' })], targets: [], minimumGroup: 5 },
  metrics: [buildSeries('uses', { 2: 1, 1: 5 }), buildSeries('uses', { 1: 7 }, { capability: 'data' })],
  attestations: [
    buildAttestation('USE-2.a'),
    buildAttestation('USE-2.a', { answer: 'no', answeredAt: daysBefore(40) }),
  ],
  surveys: [buildSurvey('clear', 3, 9), buildSurvey('clear', 8, 9, { cycle: 'winter', observedAt: daysBefore(99) })],
});

describe('the hash of a bundle', () => {
  test('does not depend on the order of anything in it', () => {
    const mixed = {
      ...bundle,
      settings: { ...bundle.settings, capabilities: bundle.settings.capabilities.toReversed() },
      metrics: bundle.metrics.toReversed().map((series) => ({ ...series, days: series.days.toReversed() })),
      attestations: bundle.attestations.toReversed(),
      surveys: bundle.surveys.toReversed(),
    };
    expect(loadBundle(mixed).sha256).toBe(loadBundle(bundle).sha256);
    expect(loadBundle(JSON.parse(JSON.stringify(bundle))).sha256).toBe(loadBundle(bundle).sha256);
  });

  test('changes with every value', () => {
    const other = { ...bundle, metrics: [buildSeries('uses', { 2: 1, 1: 5.000001 }), ...bundle.metrics.slice(1)] };
    expect(loadBundle(other).sha256).not.toBe(loadBundle(bundle).sha256);
  });
});

describe('a bundle is refused', () => {
  test.each([
    ['that is none', { schema: 'plumbline/bundle/2' }],
    ['with a time that is none', { ...bundle, asOf: 'yesterday' }],
    ['with an unknown field', { ...bundle, mood: 'good' }],
    ['with a value that is no number', { ...bundle, metrics: [buildSeries('uses', { 1: Number.NaN })] }],
    ['with a minimum group below five', { ...bundle, settings: { ...bundle.settings, minimumGroup: 4 } }],
    [
      'with a capability twice',
      { ...bundle, settings: { ...bundle.settings, capabilities: [buildCapability(), buildCapability()] } },
    ],
    [
      'with a day twice',
      {
        ...bundle,
        metrics: [
          {
            ...buildSeries('uses', {}),
            days: [...buildSeries('uses', { 1: 1 }).days, ...buildSeries('uses', { 1: 2 }).days],
          },
        ],
      },
    ],
  ])('%s', (_what, value) => {
    expect(() => loadBundle(value)).toThrow();
  });
});

test('what is later than asOf is in the hash and not in the evidence', () => {
  const loaded = loadBundle({
    ...bundle,
    metrics: [buildSeries('uses', { [-1]: 9 })],
    attestations: [buildAttestation('USE-2.a', { answeredAt: daysBefore(-1) })],
  });
  expect([loaded.series.size, loaded.attestations.size, loaded.columns.day.length]).toEqual([0, 0, 0]);
  expect(loaded.sha256).not.toBe(loadBundle({ ...bundle, metrics: [], attestations: [] }).sha256);
  expect([loaded.asOfMs, dayBefore(0)]).toEqual([Date.parse(AS_OF), AS_OF.slice(0, 10)]);
});
