import { expect, test } from 'vitest';
import { plantFault } from '#tests/support/plant-fault.ts';

const rename = (line: string) => plantFault('pack.yaml', 'targets:\n', `renamed:\n  ${line}\ntargets:\n`);

test('a criterion that lives on under another id is no fault', () => {
  expect(rename('INT-2.z: INT-2.a').findings).toEqual([]);
});

test('what was renamed is no criterion any more', () => {
  const planted = rename('INT-2.a: INT-3.a');
  expect(planted.places('known-renames')).toEqual([planted.at('INT-3.a')]);
  expect(planted.findings).toHaveLength(1);
});

test('what it was renamed to must be there', () => {
  const planted = rename('INT-2.z: INT-4.a');
  expect(planted.places('known-renames')).toEqual([planted.at('INT-2.z: INT-4.a')]);
  expect(planted.findings).toHaveLength(1);
});
