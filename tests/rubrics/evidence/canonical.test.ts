import { expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';

test('canonical JSON agrees with RFC 8785', () => {
  // section 3.2.3 of the RFC: property sorting by UTF-16 code units
  const sorting = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonicalJson(sorting)))).toHaveLength(7);
  expect(
    canonicalJson(sorting)
      .match(/:"([A-Z][a-z]+)/g)
      ?.map((text) => text.slice(2)),
  ).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew']);
  // appendix B: numbers
  expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  );
});

test('what JSON cannot say is refused', () => {
  expect(() => canonicalJson(Number.NaN)).toThrow();
  expect(() => canonicalJson(undefined)).toThrow(TypeError);
  expect(() => canonicalJson('\ud800')).toThrow();
});

test('SHA-256 is over UTF-8', () => {
  // FIPS 180-4 examples, and "é" as two bytes
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});
