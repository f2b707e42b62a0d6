import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a combination that leaves nothing for some capability is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    'test: { attestation: "yes", link: true, valid: 365d }',
    'test: { any: [{ attestation: "yes", applies_to: { consumption: [requested] } }] }',
  );
  expect(planted.places('no-empty-combination')).toEqual([planted.at('test: { any')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('applies_to');
});
