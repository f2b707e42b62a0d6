import { expect, test } from 'vitest';
import { evidence } from '#server/reports/sections/evidence.ts';
import { buildSeries } from '#tests/support/build-bundle.ts';
import { frozenQuarter, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

test('it counts what is missing by its reason, and names the metrics that have data', () => {
  const metrics = [buildSeries('self-service-rate', { 5: 0.9, 9: 0.8 }, { capability: 'data' })];
  const [confidence, missing, sources] = tablesOf(
    evidence(reportMaterial(frozenQuarter({ bundle: { metrics } }))).blocks,
  );
  expect(confidence?.rows).toHaveLength(5);
  expect(missing?.rows[0]).toEqual(['no evidence was ever seen', expect.stringMatching(/^\d+$/)]);
  expect(sources).toMatchObject({
    title: '1 metric has data',
    // AS_OF is 30 June; the newest day is five days before
    rows: [[expect.any(String), 'Data services', '2', 'Jun 25, 2026']],
  });
});

test('without any data it says so in numbers', () => {
  const [, , sources] = tablesOf(evidence(reportMaterial()).blocks);
  expect(sources).toMatchObject({ title: '0 metrics have data', rows: [] });
});
