import { expect, test } from 'vitest';
import { plantFault } from '#tests/support/plant-fault.ts';

test('a pack without attribution is found', () => {
  const planted = plantFault(
    'pack.yaml',
    `attribution: By the authors of a small model.
`,
    '',
  );
  expect(planted.places('has-attribution')).toEqual([planted.at('id: small')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('attribution:');
});

test('a pack without licence is found', () => {
  const planted = plantFault(
    'pack.yaml',
    `license: CC-BY-4.0
`,
    '',
  );
  expect(planted.places('has-attribution')).toEqual([planted.at('id: small')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('license:');
});

test('an empty licence is found', () => {
  const planted = plantFault('pack.yaml', 'license: CC-BY-4.0', 'license: ""');
  expect(planted.places('has-attribution')).toEqual([planted.at('license: ""')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('SPDX');
});
