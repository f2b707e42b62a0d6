import { expect, test } from 'vitest';
import { spansOf } from '#server/collection/spans-of.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T12:00:30Z');
const at = (time: string) => Date.parse(`2026-11-22T${time}:00Z`);
const spans = (given: Partial<Parameters<typeof spansOf>[0]>) =>
  spansOf({ untilMs: null, backfillMs: 0, stepMs: HOUR, nowMs: NOW, ...given });

test('the newest instant is one that had a minute to settle', () => {
  expect(spans({})).toEqual([{ fromMs: at('11:00'), toMs: at('11:00') }]);
  expect(spans({ nowMs: NOW + 30_000 })).toEqual([{ fromMs: at('12:00'), toMs: at('12:00') }]);
});

test('history reaches back as far as asked, the newest instant included', () => {
  expect(spans({ backfillMs: 3 * HOUR })).toEqual([{ fromMs: at('09:00'), toMs: at('11:00') }]);
});

test('what is here is not asked for again, and nothing is left out', () => {
  expect(spans({ untilMs: at('11:00') })).toEqual([]);
  expect(spans({ untilMs: at('08:00') })).toEqual([{ fromMs: at('09:00'), toMs: at('11:00') }]);
  expect(spans({ untilMs: at('08:20') })).toEqual([{ fromMs: at('09:00'), toMs: at('11:00') }]);
});

test('however much was missed, no more than ten thousand instants are asked for', () => {
  const pieces = spans({ backfillMs: 400 * 24 * HOUR, stepMs: HOUR / 12 });
  expect(pieces).toHaveLength(50);
  expect(pieces[0]?.fromMs).toBe(at('11:55') - (9_999 * HOUR) / 12);
  expect(spans({ untilMs: 0 })).toHaveLength(50);
});

test('a long time is asked for in pieces that follow one another', () => {
  const pieces = spans({ backfillMs: 450 * HOUR });
  expect(pieces.map(({ fromMs, toMs }) => (toMs - fromMs) / HOUR + 1)).toEqual([200, 200, 50]);
  expect(pieces.slice(1).map(({ fromMs }, index) => fromMs - (pieces[index]?.toMs ?? 0))).toEqual([HOUR, HOUR]);
  expect(pieces.at(-1)?.toMs).toBe(at('11:00'));
});
