import { expect, test } from 'vitest';
import { loads } from '#rubrics/lint/loads.ts';
import { parsePack } from '#rubrics/parse-pack.ts';
import { CRITERIA_FILE, plantFault, SMALL_PACK } from '#tests/support/plant-fault.ts';

test('what loads has no fault', () => {
  expect(loads.find(parsePack(SMALL_PACK))).toEqual([]);
});

test('what another check explains is not said twice', () => {
  const planted = plantFault(CRITERIA_FILE, 'metric: self-service-rate', 'metric: self-service');
  expect(planted.places('loads')).toEqual([]);
});

test('what keeps a pack from loading is always found', () => {
  const files = SMALL_PACK.map(({ file, text }) => ({ file, text: text.replace('caps_at: 1', 'effort: 1') }));
  expect(loads.find(parsePack(files)).map(({ file, path }) => [file, ...path])).toEqual([
    [CRITERIA_FILE, 1, 'caps_at'],
  ]);
});
