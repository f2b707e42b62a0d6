import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a threshold that no value reaches is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ metric: self-service-rate, statistic: latest, is: ">= 80%" }',
    '{ metric: self-service-rate, statistic: latest, is: ">= 180%" }',
  );
  expect(planted.places('reachable-levels')).toEqual([planted.at('>= 180%')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('0% to 100%');
});

test('two required tests that exclude each other are found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ survey: clear, statistic: favourable, is: ">= 60%" }',
    '{ metric: self-service-rate, statistic: latest, is: "< 50%" }',
  );
  expect(planted.places('reachable-levels')).toEqual([planted.at('"< 50%"')]);
  expect(planted.findings[0]?.message).toContain('level 3 of interfaces');
});

test('a symptom that is always there when a level is reached is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ metric: fulfilment-latency, statistic: p90, is: "> 7d", window: 90d }',
    '{ metric: self-service-rate, statistic: latest, is: ">= 70%" }',
  );
  expect(planted.places('reachable-levels')).toEqual([
    planted.at('{ metric: self-service-rate, statistic: latest, is: ">= 80%" }'),
  ]);
  expect(planted.findings).toHaveLength(1);
});

test('more parts asked for than there are is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `    any:
      - { metric: channel-share, statistic: latest, where: { channel: [api] }, is: ">= 50%" }
      - { survey: reason, statistic: share, answers: [saves-time], is: ">= 60%", floor: 50% }`,
    `    at_least:
      count: 3
      of:
        - { metric: channel-share, statistic: latest, where: { channel: [api] }, is: ">= 50%" }
        - { survey: reason, statistic: share, answers: [saves-time], is: ">= 60%", floor: 50% }`,
  );
  expect(planted.places('reachable-levels')).toEqual([planted.at('count: 3')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('fewer parts');
});
