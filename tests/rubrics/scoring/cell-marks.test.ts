import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { marksOf } from '#rubrics/scoring/cell-marks.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildAttestation, buildBundle, daysBefore } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

function marksIn(criteria: Criterion[], attestations: ReturnType<typeof buildAttestation>[]) {
  const [cell] = score(buildRubric(criteria), loadBundle(buildBundle({ attestations }))).cells;
  return cell === undefined ? null : marksOf(cell);
}

test('a cell notes what holds it, what is old and what is ahead, in order', () => {
  const criteria = [
    buildCriterion('USE-2.a'),
    buildCriterion('USE-2.b'),
    buildCriterion('USE-3.a'),
    buildCriterion('USE-1.a', { level: 1, role: 'limiter', caps_at: 1 }),
  ];
  const old = { answeredAt: daysBefore(399), reviewedAt: daysBefore(398) };
  const attestations = [
    buildAttestation('USE-2.a'),
    buildAttestation('USE-2.b', old),
    buildAttestation('USE-3.a'),
    buildAttestation('USE-1.a'),
  ];
  expect(marksIn(criteria, attestations)).toEqual(['stale', 'ahead']);
  expect(marksIn(criteria.toSpliced(1, 1), attestations.toSpliced(1, 1))).toEqual(['symptom', 'ahead']);
});

test('a cell that only criteria of the platform decide is inherited', () => {
  const shared = buildCriterion('USE-2.a', { scope: 'platform' });
  expect(marksIn([shared], [])).toEqual(['inherited']);
  expect(marksIn([shared, buildCriterion('USE-2.b')], [])).toEqual([]);
});
