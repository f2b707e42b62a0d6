import { expect, test } from 'vitest';
import { listBlockers } from '#server/overview/list-blockers.ts';
import { buildCell, buildCriterion } from '#tests/support/build-cell.ts';

const caps = new Map([['INT-1.b', 1]]);
const idsOf = (cell: Parameters<typeof listBlockers>[0]) => listBlockers(cell, caps).map(({ id }) => id);

test('a symptom comes first, then what must exist, then what is known not to be met, then what is not known', () => {
  const cell = buildCell({
    heldBy: ['INT-1.b'],
    criteria: [
      buildCriterion({ id: 'INT-2.a', state: 'unknown', reason: 'no_data' }),
      buildCriterion({ id: 'INT-3.a', level: 3, state: 'not_met' }),
      buildCriterion({ id: 'INT-1.a', level: 1, role: 'anchor', state: 'unknown', reason: 'stale' }),
      buildCriterion({ id: 'INT-1.b', level: 1, role: 'limiter', state: 'met' }),
    ],
  });
  expect(idsOf(cell)).toEqual(['INT-1.b', 'INT-1.a', 'INT-3.a', 'INT-2.a']);
});

test('a symptom that is there blocks also where criteria alone hold the cell as low', () => {
  const symptom = buildCriterion({ id: 'INT-1.b', level: 1, role: 'limiter', state: 'met' });
  const missing = buildCriterion({ id: 'INT-2.a', state: 'not_met' });
  expect(idsOf(buildCell({ level: 1, next: 2, criteria: [missing, symptom] }))).toEqual(['INT-1.b', 'INT-2.a']);
});

test('what is met, exempt, supporting, above the next level or a symptom that is not there blocks nothing', () => {
  const cell = buildCell({
    criteria: [
      buildCriterion({ id: 'INT-2.a' }),
      buildCriterion({ id: 'INT-2.b', state: 'exempt', own: 'not_met' }),
      buildCriterion({ id: 'INT-3.b', level: 3, role: 'supporting', state: 'not_met' }),
      buildCriterion({ id: 'INT-4.a', level: 4, state: 'not_met' }),
      buildCriterion({ id: 'INT-1.b', level: 1, role: 'limiter', state: 'not_met' }),
      buildCriterion({ id: 'INT-1.c', level: 1, role: 'limiter', state: 'unknown', reason: 'no_data' }),
    ],
  });
  expect(idsOf(cell)).toEqual([]);
});

test('a cell that does not apply is blocked by nothing', () => {
  const cell = buildCell({ state: 'not_applicable', criteria: [buildCriterion({ id: 'INT-2.a', state: 'not_met' })] });
  expect(idsOf(cell)).toEqual([]);
});

test('a capability that is not offered is blocked by what must exist', () => {
  const anchor = buildCriterion({ id: 'INT-1.a', level: 1, role: 'anchor', state: 'not_met' });
  expect(idsOf(buildCell({ state: 'not_offered', level: null, next: null, criteria: [anchor] }))).toEqual(['INT-1.a']);
});
