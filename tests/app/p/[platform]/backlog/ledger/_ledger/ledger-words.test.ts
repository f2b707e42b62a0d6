import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import type { Calibration } from '#app/p/[platform]/backlog/ledger/_ledger/ledger-data.ts';
import { errorWords, headlineWords, shareWords } from '#app/p/[platform]/backlog/ledger/_ledger/ledger-words.ts';

const t = textFor('en');
const all = (given: Partial<Calibration> = {}): Calibration => ({
  ...{ settled: 14, verified: 11, compared: 14, predicted: 0.091, measured: 0.064, ratio: 0.703297 },
  ...{ error: { estimate: -0.0019, low: -0.0035, high: -0.0003 }, share: null, daysToVerify: null, effort: null },
  ...given,
});

test('the headline says what was predicted and what was measured', () => {
  expect(headlineWords(t, { all: all(), needed: 5 })).toBe(
    'Of 14 improvements we predicted +9.1 points and measured +6.4.',
  );
});

test('under five it says that they are too few, and how many there are', () => {
  expect(headlineWords(t, { all: all({ compared: 3 }), needed: 5 })).toContain('Too few to say');
  expect(headlineWords(t, { all: all({ compared: 3 }), needed: 5 })).toContain('3 of 5');
});

test('errors are in points with their interval, shares in percent', () => {
  expect(errorWords(t, all())).toEqual({ value: '−0.2 points', interval: '−0.4 to 0, 90%' });
  expect(errorWords(t, all({ error: null }))).toBeNull();
  const share = { estimate: 0.785714, low: 0.56, high: 0.91 };
  expect(shareWords(t, all({ share }))).toEqual({ value: '79%', interval: '56% to 91%, 90%' });
});
