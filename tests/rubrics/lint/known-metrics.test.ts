import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a metric that is not in the catalogue is found, with the nearest one', () => {
  const planted = plantFault(CRITERIA_FILE, 'metric: self-service-rate', 'metric: self-service');
  expect(planted.places('known-metrics')).toEqual([planted.at('metric: self-service,')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('"self-service-rate"');
});

test('a denominator that is not in the catalogue is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ metric: self-service-rate, statistic: latest, is: ">= 80%" }',
    '{ metric: self-service-rate, statistic: share, denominator: requests, is: ">= 80%" }',
  );
  expect(planted.places('known-metrics')).toEqual([planted.at('denominator')]);
  expect(planted.findings).toHaveLength(1);
});

test('a guard that is neither metric nor question is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'guard: clear', 'guard: clarity');
  expect(planted.places('known-metrics')).toEqual([planted.at('guard: clarity')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('clear');
});
