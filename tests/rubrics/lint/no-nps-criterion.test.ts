import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a likelihood to recommend as a criterion is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ survey: clear, statistic: favourable, is: ">= 60%" }',
    '{ survey: recommend, statistic: mean, is: ">= 7" }',
  );
  expect(planted.places('no-nps-criterion')).toEqual([planted.at('survey: recommend')]);
  expect(planted.findings[0]?.message).toContain('NPS');
});
