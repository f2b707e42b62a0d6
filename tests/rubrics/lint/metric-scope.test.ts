import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a platform criterion on a metric of capabilities is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `- id: INT-1.b
  aspect: interfaces
  level: 1
  scope: capability`,
    `- id: INT-1.b
  aspect: interfaces
  level: 1
  scope: platform`,
  );
  expect(planted.places('metric-scope')).toEqual([planted.at('{ metric: fulfilment-latency')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('scope: capability');
});

test('a condition within the test of a platform criterion is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `- id: INT-1.a
  aspect: interfaces
  level: 1
  scope: capability
  role: anchor
  title: It can be had at all
  why: Otherwise there is nothing to judge.
  how: Walk the way from wish to result once.
  test: { attestation: "yes", link: true, valid: 365d }`,
    `- id: INT-1.a
  aspect: interfaces
  level: 1
  scope: platform
  role: anchor
  title: It can be had at all
  why: Otherwise there is nothing to judge.
  how: Walk the way from wish to result once.
  test: { attestation: "yes", applies_to: { mandatory: true } }`,
  );
  expect(planted.places('metric-scope')).toEqual([planted.at('applies_to: { mandatory')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('applies_to');
});
