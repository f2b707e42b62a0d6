import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('an answer that is not offered is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'attestation: "yes"', 'attestation: partly');
  expect(planted.places('attestation-answers')).toEqual([planted.at('attestation: partly')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('yes');
});

test('the least answer cannot meet a criterion', () => {
  const planted = plantFault(CRITERIA_FILE, 'attestation: "yes"', 'attestation: "no"');
  expect(planted.places('attestation-answers')).toEqual([planted.at('attestation: "no"')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('yes');
});

test('two attestations in one criterion are found at the second', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    'test: { attestation: "yes", link: true, valid: 365d }',
    `test:
    any:
      - { attestation: "yes" }
      - { attestation: "yes", link: true }`,
  );
  expect(planted.places('attestation-answers')).toEqual([planted.at('{ attestation: "yes", link')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('split');
});
