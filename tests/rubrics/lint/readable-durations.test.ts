import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a window shorter than a day is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'window: 90d', 'window: 1h');
  expect(planted.places('readable-durations')).toEqual([planted.at('window: 1h')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('1d');
});

test('a window longer than what is kept is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'window: 90d', 'window: 500d');
  expect(planted.places('readable-durations')).toEqual([planted.at('window: 500d')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('400d');
});

test('a validity of no time at all is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'valid: 365d', 'valid: 0d');
  expect(planted.places('readable-durations')).toEqual([planted.at('valid: 0d')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('above zero');
});

test('a confidence that is none is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'floor: 50%', 'confidence: 40%');
  expect(planted.places('readable-durations')).toEqual([planted.at('confidence: 40%')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('50%');
});
