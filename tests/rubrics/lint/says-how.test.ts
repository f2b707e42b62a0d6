import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a criterion without how is found where it begins', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `  how: Walk the way from wish to result once.
`,
    '',
  );
  expect(planted.places('says-how')).toEqual([planted.at('- id: INT-1.a')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('how:');
});

test('a how too short to act on is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `  how: Walk the way from wish to result once.
`,
    `  how: Do it.
`,
  );
  expect(planted.places('says-how')).toEqual([planted.at('how: Do it.')]);
  expect(planted.findings).toHaveLength(1);
});
