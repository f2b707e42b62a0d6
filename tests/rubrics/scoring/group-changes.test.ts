import { expect, test } from 'vitest';
import type { CellChange, CellFacts } from '#rubrics/scoring/compare.ts';
import type { Flip } from '#rubrics/scoring/flips.ts';
import { groupChanges, mergeAlike } from '#rubrics/scoring/group-changes.ts';

const facts = (given: Partial<CellFacts>): CellFacts => ({
  ...{ state: 'scored', level: 2, low: 2, high: 2, coverage: 1, target: 3 },
  ...given,
});
const change = (capability: string, given: Partial<CellChange>): CellChange => ({
  ...{ capability, aspect: 'adoption', kind: 'level', before: facts({}), rebased: facts({}), after: facts({}) },
  ...{ capabilityChange: null, flips: [], rubricFlips: [] },
  ...given,
});
const keys = (cells: CellChange[]) => cells.map(({ capability }) => capability);

test('cells are told by what they did, the widest step first', () => {
  const groups = groupChanges([
    change('a', { after: facts({ level: 3 }) }),
    change('b', { after: facts({ level: 4 }) }),
    change('c', { after: facts({ level: 1 }) }),
    // no level sorts below 1
    change('d', { after: facts({ state: 'not_offered', level: null }) }),
    change('e', { kind: 'range' }),
    change('f', { kind: 'target' }),
    change('g', { after: facts({ state: 'not_applicable', level: null }) }),
  ]);
  expect(keys(groups.rose)).toEqual(['b', 'a']);
  expect(keys(groups.fell)).toEqual(['d', 'c']);
  expect(keys(groups.surer)).toEqual(['e', 'g']);
  expect(keys(groups.targets)).toEqual(['f']);
  expect(groups.capabilities).toEqual([]);
});

test('a capability that is no longer offered is one change, not one for each aspect', () => {
  const withdrawn = {
    capabilityChange: 'no_longer_offered',
    after: facts({ state: 'not_offered', level: null }),
  } as const;
  const groups = groupChanges([
    change('data', withdrawn),
    change('data', { ...withdrawn, aspect: 'operations' }),
    change('apis', { capabilityChange: 'added', before: null }),
  ]);
  expect(groups.capabilities).toEqual([
    { capability: 'data', change: 'no_longer_offered', cells: 2 },
    { capability: 'apis', change: 'added', cells: 1 },
  ]);
  expect([groups.fell, groups.rose]).toEqual([[], []]);
});

test('cells of one aspect that moved alike for the same reasons are one', () => {
  const flip: Flip = {
    ...{ capability: 'a', aspect: 'adoption', criterion: 'ADO-2.a' },
    ...{ before: 'unknown', after: 'met', why: 'new_evidence' },
  };
  const rose = { after: facts({ level: 3 }), flips: [flip] };
  const merged = mergeAlike([
    change('a', rose),
    change('b', { ...rose, after: facts({ level: 3, coverage: 0.5 }), flips: [{ ...flip, capability: 'b' }] }),
    change('c', { ...rose, aspect: 'operations' }),
    change('d', { ...rose, flips: [{ ...flip, before: 'not_met' }] }),
    change('e', { ...rose, after: facts({ level: 4 }) }),
  ]);
  expect(merged.map(({ capabilities }) => capabilities)).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
});
