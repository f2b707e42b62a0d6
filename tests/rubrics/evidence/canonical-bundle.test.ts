import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { canonicalBundle } from '#rubrics/evidence/canonical-bundle.ts';
import { buildBundle } from '#tests/support/build-bundle.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const time = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms).toISOString());

const arbitraryDay = fc.record(
  {
    ...{ day: time.map((at) => at.slice(0, 10)), last: number, lastAt: time, lastReceivedAt: time },
    ...{ sum: number, count: fc.integer({ min: 1, max: 10 ** 9 }), min: number, max: number },
    values: fc.array(fc.tuple(number, fc.integer({ min: 1, max: 99 })), { maxLength: 3 }),
  },
  { requiredKeys: ['day', 'last', 'lastAt', 'sum', 'count', 'min', 'max'] },
);

/** Names as hostile as they may be: quotation marks, and the very words that are looked for. */
const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"metrics":[]', '$&', 'metrics'));
const arbitrarySeries = fc.record({
  metric: name,
  capability: fc.option(name),
  labels: fc.dictionary(name, name, { maxKeys: 3 }),
  days: fc.array(arbitraryDay, { maxLength: 4 }),
  source: name,
});

test('the canonical JSON of a bundle is that of any other value', () => {
  fc.assert(
    fc.property(fc.array(arbitrarySeries, { maxLength: 5 }), name, (metrics, platform) => {
      const bundle = { ...buildBundle({ platform }), metrics };
      expect(canonicalBundle(bundle)).toBe(canonicalJson(bundle));
    }),
    { numRuns: 300 },
  );
});
