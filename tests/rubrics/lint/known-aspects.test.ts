import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('an aspect that the pack does not have is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `- id: INT-3.a
  aspect: interfaces`,
    `- id: INT-3.a
  aspect: interface`,
  );
  expect(planted.places('known-aspects')).toEqual([
    planted.at(`aspect: interface
`),
  ]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('interfaces');
});

test('a level that the pack does not have is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `- id: INT-3.a
  aspect: interfaces
  level: 3`,
    `- id: INT-4.a
  aspect: interfaces
  level: 4`,
  );
  expect(planted.places('known-aspects')).toEqual([planted.at('level: 4')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('1, 2, 3');
});

test('a target beyond the top is found', () => {
  const planted = plantFault('pack.yaml', 'default: 3', 'default: 4');
  expect(planted.places('known-aspects')).toEqual([planted.at('default: 4')]);
  expect(planted.findings).toHaveLength(1);
});

test('a target of an unknown aspect is found', () => {
  const planted = plantFault('pack.yaml', '    interfaces: 2', '    adoption: 2');
  expect(planted.places('known-aspects')).toEqual([planted.at('    adoption: 2')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('interfaces');
});

test('a cell without a name is found at its aspect', () => {
  const planted = plantFault(
    'pack.yaml',
    `      "3": { name: Three, summary: Three. }
`,
    '',
  );
  expect(planted.places('known-aspects')).toEqual([planted.at('"1": { name: One')]);
  expect(planted.findings).toHaveLength(1);
});
