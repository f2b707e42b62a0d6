import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a label that the metric does not keep apart is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'where: { channel: [api] }', 'where: { colour: [red] }');
  expect(planted.places('known-labels')).toEqual([planted.at('colour')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('channel');
});

test('a label to count that the metric does not keep apart is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    'statistic: latest, where: { channel: [api] }, is: ">= 50%"',
    'statistic: distinct, label: colour, is: ">= 3"',
  );
  expect(planted.places('known-labels')).toEqual([planted.at('label: colour')]);
  expect(planted.findings).toHaveLength(1);
});
