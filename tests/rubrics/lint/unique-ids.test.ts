import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a criterion id that stands twice is found at the second', () => {
  const planted = plantFault(CRITERIA_FILE, '- id: INT-3.a', '- id: INT-2.a');
  expect(planted.places('unique-ids')).toEqual([
    planted.at(`- id: INT-2.a
  aspect: interfaces
  level: 3`),
  ]);
  expect(planted.findings.find((each) => each.check === 'unique-ids')?.message).toContain('INT-2.a');
});

test('a metric key that stands twice is found', () => {
  const planted = plantFault('metrics.yaml', '- key: fulfilment-latency', '- key: self-service-rate');
  expect(planted.places('unique-ids')).toEqual([
    planted.at(`- key: self-service-rate
  number: M-06`),
  ]);
});

test('a capability key that stands twice is found', () => {
  const planted = plantFault('pack.yaml', '{ key: security,', '{ key: data,');
  expect(planted.places('unique-ids')).toEqual([planted.at('{ key: data, name: Security')]);
  expect(planted.findings).toHaveLength(1);
});

test('an option that stands twice is found', () => {
  const planted = plantFault('questions.yaml', '{ key: required, text: I must }', '{ key: saves-time, text: I must }');
  expect(planted.places('unique-ids')).toEqual([planted.at('{ key: saves-time, text: I must')]);
  expect(planted.findings).toHaveLength(1);
});

test('a level that stands twice is found', () => {
  const planted = plantFault('pack.yaml', '{ level: 3, key: third', '{ level: 2, key: third');
  expect(planted.places('unique-ids')).toEqual([planted.at('{ level: 2, key: third')]);
});
