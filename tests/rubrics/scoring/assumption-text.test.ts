import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASSUMABLE, type Assumption } from '#rubrics/scoring/assume-states.ts';
import { LONGEST_TEXT, readAssumptions, writeAssumptions } from '#rubrics/scoring/assumption-text.ts';

const arbitraryAssumption: fc.Arbitrary<Assumption> = fc.record({
  criterion: fc.stringMatching(/^[A-Z]{2,5}-[1-4]\.[a-z]$/),
  capability: fc.option(fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}$/), { nil: null }),
  state: fc.constantFrom(...ASSUMABLE),
});

describe('assumptions in an address', () => {
  test('are written shortly, each criterion once for each state', () => {
    const text = writeAssumptions([
      { criterion: 'OPS-2.b', capability: null, state: 'exempt' },
      { criterion: 'INT-3.a', capability: 'data', state: 'met' },
      { criterion: 'INT-3.a', capability: 'apis', state: 'met' },
      { criterion: 'INT-3.a', capability: 'web-portals', state: 'not_met' },
    ]);
    expect(text).toBe('e_OPS-2.b__m_INT-3.a_apis_data__n_INT-3.a_web-portals');
  });

  test('come back as they were, in any order, the later of two about one place', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAssumption, { maxLength: 40 }), (assumed) => {
        const text = writeAssumptions(assumed);
        const back = readAssumptions(text) ?? [];
        const last = new Map(assumed.map((one) => [`${one.criterion} ${one.capability}`, one]));
        expect(new Set(back.map((one) => JSON.stringify(Object.entries(one).toSorted())))).toEqual(
          new Set([...last.values()].map((one) => JSON.stringify(Object.entries(one).toSorted()))),
        );
        expect(back).toHaveLength(last.size);
        expect(writeAssumptions(back)).toBe(text);
        expect(writeAssumptions([...last.values()].reverse())).toBe(text);
      }),
    );
  });

  test('need no escaping', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAssumption), (assumed) => {
        const text = writeAssumptions(assumed);
        expect(encodeURIComponent(text)).toBe(text);
        expect(new URLSearchParams({ text }).toString()).toBe(`text=${text}`);
      }),
    );
  });

  test('none is the empty text', () => {
    expect(writeAssumptions([])).toBe('');
    expect(readAssumptions('')).toEqual([]);
  });

  test.each([
    ['a state that there is not', 'z_INT-3.a'],
    ['no criterion', 'm_'],
    ['a criterion of other characters', 'm_<script>'],
    ['an empty group', 'm_INT-3.a____m_INT-3.b'],
    ['an empty capability', 'm_INT-3.a_'],
    ['a capability of other characters', 'm_INT-3.a_../../etc'],
    ['a very long criterion', `m_${'A'.repeat(21)}`],
    ['a property of every object', '__proto___INT-3.a'],
    ['more than an address holds', `m_INT-3.a${'_apis'.repeat(LONGEST_TEXT / 4)}`],
  ])('with %s are refused whole', (_, text) => {
    expect(readAssumptions(text)).toBeNull();
  });

  test('whatever somebody types is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const read = readAssumptions(text);
        if (read !== null && read.length > 0) expect(readAssumptions(writeAssumptions(read))).toEqual(read);
      }),
    );
  });
});
