import { expect, test } from 'vitest';
import { summarizeCell } from '#server/overview/summarize-cell.ts';
import { buildCell, buildCriterion } from '#tests/support/build-cell.ts';

test('a cell carries every mark that it has earned', () => {
  const cell = buildCell({
    ahead: 1,
    heldBy: ['INT-1.b'],
    criteria: [
      buildCriterion({ id: 'INT-1.b', level: 1, role: 'limiter', inherited: true }),
      buildCriterion({ id: 'INT-2.a', inherited: true, state: 'unknown', reason: 'stale' }),
      buildCriterion({ id: 'INT-2.b', inherited: true, state: 'exempt', own: 'not_met' }),
    ],
  });
  expect(summarizeCell(cell, new Map()).marks).toEqual(['symptom', 'stale', 'exempt', 'inherited', 'ahead']);
});

test('a cell with a criterion of its own is not inherited', () => {
  const cell = buildCell({
    criteria: [buildCriterion({ id: 'INT-2.a', inherited: true }), buildCriterion({ id: 'INT-2.b' })],
  });
  expect(summarizeCell(cell, new Map()).marks).toEqual([]);
});

test('what is not offered carries no marks: there is no level for them to speak about', () => {
  const stale = buildCriterion({ id: 'INT-2.a', state: 'unknown', reason: 'stale' });
  expect(summarizeCell(buildCell({ state: 'not_offered', level: null, criteria: [stale] }), new Map()).marks).toEqual(
    [],
  );
});
