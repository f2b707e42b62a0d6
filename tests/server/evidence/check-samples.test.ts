import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Catalogue, checkSamples } from '#server/evidence/check-samples.ts';
import { installedRubrics } from '#server/rubrics/rubric-of.ts';
import { sample } from '#tests/support/build-evidence.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const catalogue: Catalogue = {
  platformId: 'payments',
  metrics: installedRubrics()[0]?.metrics ?? new Map(),
  capabilities: new Map([
    ['build-test', 'offered'],
    ['data', 'archived'],
    ['messaging', 'not_offered'],
  ]),
};
const check = (value: unknown) => checkSamples([{ value }], () => catalogue, NOW);
const reason = (value: unknown) => check(value).rejected[0]?.reason;

test.each([
  [sample({ value: 1.2 }), 'value: a ratio lies between 0 and 1 (80 % is 0.8).'],
  [sample({ value: -0.1 }), 'value: a ratio lies between 0 and 1 (80 % is 0.8).'],
  [sample({ metric: 'fulfilment-latency', value: -1 }), 'value: a duration is not negative.'],
  [sample({ metric: 'fulfilment-latency', value: 1e300 }), 'value: this is too large to be counted exactly.'],
  [sample({ metric: 'usability', value: 101 }), 'value: points lie between 0 and 100.'],
  [sample({ value: Number.NaN }), 'value: a finite number is needed'],
  [sample({ value: Number.POSITIVE_INFINITY }), 'value: a finite number is needed'],
  [{ ...sample(), value: '0.8' }, 'value: a finite number is needed'],
  [{ ...sample(), value: null }, 'value: a finite number is needed'],
  [sample({ at: '2026-11-22T12:05:01Z' }), 'at: this time lies more than 5 minutes in the future.'],
  [sample({ at: '2021-11-01T00:00:00Z' }), 'at: this time lies more than 5 years in the past.'],
  [sample({ at: '1970-01-01T00:00:00Z' }), 'at: this time lies more than 5 years in the past.'],
  [sample({ at: '2026-02-30T00:00:00Z' }), 'at: write an RFC 3339 time such as "2026-11-22T12:00:00Z".'],
  [sample({ at: '2026-11-22 12:00:00' }), 'at: write an RFC 3339 time such as "2026-11-22T12:00:00Z".'],
  [sample({ at: 'yesterday' }), 'at: write an RFC 3339 time such as "2026-11-22T12:00:00Z".'],
  [{ ...sample(), at: 1_790_000_000 }, 'at: Invalid input: expected string, received number'],
  [sample({ metric: 'made-up' }), 'metric: "made-up" is not in the metric catalogue of this platform.'],
  [sample({ capability: 'made-up' }), 'capability: this platform has no "made-up".'],
  [sample({ capability: 'data' }), 'capability: "data" is archived.'],
  [sample({ capability: undefined }), 'capability: "self-service-rate" needs one.'],
  [sample({ metric: 'breadth', value: 3 }), 'capability: "breadth" is about the platform as a whole; leave it out.'],
  [sample({ labels: { 'bad label': 'x' } }), 'labels.bad label: write a label such as "channel"'],
  [sample({ labels: { a: 'x\u0000y' } }), 'labels.a: no control characters'],
  [sample({ labels: { a: '\ud800' } }), 'labels.a: no control characters'],
  [sample({ team: 'a\nb' }), 'team: write a key such as "build-test"'],
  [{ ...sample(), vlaue: 1 }, 'There is no "vlaue" in a sample.'],
  [null, 'A sample is an object with metric, at and value.'],
  [[], 'A sample is an object with metric, at and value.'],
  ['0.8', 'A sample is an object with metric, at and value.'],
])('a bad sample is refused with a reason: %j', (value, expected) => {
  expect(reason(value)).toBe(expected);
});

test('what is good is taken as it is: offsets, sub-milliseconds, five minutes ahead, a capability not offered', () => {
  const good = [
    sample({ at: '2026-11-22T12:04:59.999999Z' }),
    sample({ at: '2026-11-22t13:00:00+01:00' }),
    sample({ at: '2024-02-29T00:00:00Z' }),
    sample({ capability: 'messaging', value: -0 }),
  ];
  const { accepted, rejected } = checkSamples(
    good.map((value) => ({ value })),
    () => catalogue,
    NOW,
  );
  expect(rejected).toEqual([]);
  expect(accepted[1]?.atMs).toBe(NOW);
  expect(Object.is(accepted[3]?.value, 0)).toBe(true);
});

test('labels in any order are one series, and none of them reaches the prototype of an object', () => {
  const one = check({ ...sample(), labels: { b: '2', a: '1' } }).accepted[0];
  const other = check({ ...sample(), labels: { a: '1', b: '2' } }).accepted[0];
  expect(one?.labels).toBe('{"a":"1","b":"2"}');
  expect(other?.labels).toBe(one?.labels);
  expect(reason(JSON.parse('{"metric":"breadth","at":"2026-11-22T12:00:00Z","value":1,"__proto__":{"x":1}}'))).toBe(
    'There is no "__proto__" in a sample.',
  );
});

test('whatever arrives, every sample is either accepted or refused with its index', () => {
  fc.assert(
    fc.property(fc.array(fc.anything(), { maxLength: 20 }), (values) => {
      const { accepted, rejected } = checkSamples(
        values.map((value) => ({ value })),
        () => catalogue,
        NOW,
      );
      expect(accepted.length + rejected.length).toBe(values.length);
      for (const { index, reason: why } of rejected) {
        expect(index).toBeLessThan(values.length);
        expect(why.length).toBeGreaterThan(5);
      }
    }),
  );
});

test.each([
  ['a label', sample({ labels: { ['k'.repeat(100_000)]: 'x' } })],
  ['a field', { ...sample(), ['k'.repeat(100_000)]: 1 }],
])('the reason does not repeat %s of a hundred thousand letters: reasons are kept and shown', (_, value) => {
  expect(reason(value)).toContain('kkk');
  expect(reason(value)?.length).toBeLessThan(400);
});
