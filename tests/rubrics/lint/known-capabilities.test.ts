import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a condition on an unknown capability is found', () => {
  const planted = plantFault(CRITERIA_FILE, '  guard: clear', '  applies_to: { capabilities: [data, messaging] }');
  expect(planted.places('known-capabilities')).toEqual([planted.at('applies_to')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('data');
});
