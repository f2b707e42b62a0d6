import { expect, test } from 'vitest';
import type { CellChange, CellFacts } from '#rubrics/scoring/compare.ts';
import { groupChanges } from '#rubrics/scoring/group-changes.ts';

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
