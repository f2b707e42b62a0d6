import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a percentile of what is no distribution is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ metric: self-service-rate, statistic: latest',
    '{ metric: self-service-rate, statistic: p90',
  );
  expect(planted.places('statistic-fits')).toEqual([planted.at('{ metric: self-service-rate, statistic: p90')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('latest');
});

test('a share without denominator is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ metric: self-service-rate, statistic: latest',
    '{ metric: self-service-rate, statistic: share',
  );
  expect(planted.places('statistic-fits')).toEqual([planted.at('{ metric: self-service-rate, statistic: share')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('denominator');
});

test('a statistic that the kind of question does not have is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    'survey: clear, statistic: favourable',
    'survey: usability, statistic: favourable',
  );
  expect(planted.places('statistic-fits')).toEqual([planted.at('survey: usability')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('umux-lite');
});

test('a share of answers without the answers is found', () => {
  const planted = plantFault(CRITERIA_FILE, ', answers: [saves-time]', '');
  expect(planted.places('statistic-fits')).toEqual([planted.at('survey: reason')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('answers');
});
