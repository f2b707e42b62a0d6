import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

const WRITTEN = 'test: { attestation: "yes", link: true';
const shared = (id: string) =>
  plantFault(CRITERIA_FILE, WRITTEN, `test: { shares: [${id}], attestation: "yes", link: true`);

test('answers of a criterion of another pack may be shared: nothing is known of it here', () => {
  expect(shared('ZZZ-9.z').findings).toEqual([]);
});

test('a criterion that shares its own answers is found', () => {
  const planted = shared('INT-1.a');
  expect(planted.places('shared-answers')).toEqual([planted.at('INT-1.a], att')]);
  expect(planted.findings[0]?.instead).toBe('remove it');
});
