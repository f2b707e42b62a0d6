import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a share compared with a plain number is found, with what to write', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ metric: self-service-rate, statistic: latest, is: ">= 80%" }',
    '{ metric: self-service-rate, statistic: latest, is: ">= 0.8" }',
  );
  expect(planted.places('threshold-dimension')).toEqual([planted.at('>= 0.8')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('"80%"');
});

test('a duration compared with a share is found', () => {
  const planted = plantFault(CRITERIA_FILE, '"> 7d"', '"> 7%"');
  expect(planted.places('threshold-dimension')).toEqual([planted.at('"> 7%"')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('"1h"');
});

test('a number of samples compared with a duration is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'statistic: p90, is: "> 7d"', 'statistic: count, is: "> 7d"');
  expect(planted.places('threshold-dimension')).toEqual([planted.at('"> 7d"')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('plain number');
});

test('a floor of the wrong dimension is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'floor: 50%', 'floor: "50"');
  expect(planted.places('threshold-dimension')).toEqual([planted.at('floor:')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('"80%"');
});
