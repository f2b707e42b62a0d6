import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a limiter without a cap is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `  caps_at: 1
`,
    '',
  );
  expect(planted.places('limiters-can-fire')).toEqual([planted.at('role: limiter')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('1, 2');
});

test('a cap at the top is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'caps_at: 1', 'caps_at: 3');
  expect(planted.places('limiters-can-fire')).toEqual([planted.at('caps_at: 3')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('1, 2');
});

test('a cap of what is no limiter is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '  guard: clear',
    `  caps_at: 1
  guard: clear`,
  );
  expect(planted.places('limiters-can-fire')).toEqual([
    planted.at(`caps_at: 1
  guard`),
  ]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('remove');
});

test('a symptom outside the range of the values is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ metric: fulfilment-latency, statistic: p90, is: "> 7d", window: 90d }',
    '{ metric: self-service-rate, statistic: latest, is: "> 100%" }',
  );
  expect(planted.places('limiters-can-fire')).toEqual([planted.at('> 100%')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('range');
});
