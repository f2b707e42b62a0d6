import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('an exact estimate is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    'statistic: favourable, is: ">= 60%"',
    'statistic: favourable, is: "= 60%"',
  );
  expect(planted.places('survey-equality')).toEqual([planted.at('"= 60%"')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('>= or <=');
});
