import { expect, test } from 'vitest';
import { plantFault } from '#tests/support/plant-fault.ts';

test('a translation of a criterion that does not exist is found', () => {
  const planted = plantFault('locales/de.yaml', 'INT-1.a', 'INT-9.z');
  expect(planted.places('known-translations')).toEqual([planted.at('INT-9.z')]);
  expect(planted.findings).toHaveLength(1);
});

test('a language in the file of another is found', () => {
  const planted = plantFault('locales/de.yaml', 'language: de', 'language: fr');
  expect(planted.places('known-translations')).toEqual([planted.at('language: fr')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('locales/fr.yaml');
});
