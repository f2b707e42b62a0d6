import { expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { CRITERIA_FILE, plantFault, SMALL_PACK } from '#tests/support/plant-fault.ts';

test('an id that says another level is found', () => {
  const planted = plantFault(CRITERIA_FILE, '- id: INT-3.a', '- id: INT-2.b');
  expect(planted.places('criterion-in-place')).toEqual([planted.at('- id: INT-2.b')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('INT-3.b');
});

test('an id of another aspect is found', () => {
  const planted = plantFault(CRITERIA_FILE, '- id: INT-3.a', '- id: OPS-3.a');
  expect(planted.places('criterion-in-place')).toEqual([planted.at('- id: OPS-3.a')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('INT-3.a');
});

test('an anchor above level 1 is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '- id: INT-1.a\n  aspect: interfaces\n  level: 1',
    '- id: INT-2.b\n  aspect: interfaces\n  level: 2',
  );
  expect(planted.places('criterion-in-place')).toEqual([planted.at('level: 2')]);
});

test('a criterion in the file of another aspect is found', () => {
  const files = SMALL_PACK.map((each) =>
    each.file === CRITERIA_FILE ? { ...each, file: 'criteria/other.yaml' } : each,
  );
  const places = lintPack(files).map(({ check, file, line }) => `${check} ${file}:${line}`);
  expect(places).toContain('criterion-in-place criteria/other.yaml:2');
});
