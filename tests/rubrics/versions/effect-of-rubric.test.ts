import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { score } from '#rubrics/scoring/score.ts';
import { effectOfRubric } from '#rubrics/versions/effect-of-rubric.ts';
import { formatEffect } from '#rubrics/versions/format-effect.ts';
import { buildAttestation, buildBundle } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const older = buildRubric([buildCriterion('USE-2.a'), buildCriterion('USE-3.a')]);
const loaded = loadBundle(buildBundle({ attestations: [buildAttestation('USE-2.a'), buildAttestation('USE-3.a')] }));

test('a criterion that nobody has attested yet takes away what it stands before', () => {
  // both are met: level 3 is reached, and the target of 3 with it; a new criterion of level 2 blocks both levels
  const newer = buildRubric([buildCriterion('USE-2.a'), buildCriterion('USE-2.b'), buildCriterion('USE-3.a')]);
  const effect = effectOfRubric(score(older, loaded), newer, loaded);
  expect(effect.percentToTarget).toMatchObject({ before: { value: 1 }, after: { value: 0, low: 0, high: 1 } });
  expect(effect.comparison.percentToTarget).toEqual({ total: -1, evidence: 0, rubric: -1 });
  expect(effect.comparison.cells).toMatchObject([
    { capability: 'builds', kind: 'level', before: { level: 3 }, after: { level: 1 }, flips: [] },
  ]);
  expect(effect.criteria).toEqual([{ criterion: 'USE-2.b', before: null, after: 'unknown', cells: 1 }]);
  expect(formatEffect(effect)).toContain('Percent to target 100.0 % → 0.0 %');
});

test('a criterion that is gone no longer blocks', () => {
  const half = loadBundle(buildBundle({ attestations: [buildAttestation('USE-3.a')] }));
  const newer = buildRubric([buildCriterion('USE-3.a')]);
  const effect = effectOfRubric(score(older, half), newer, half);
  expect(effect.comparison.cells).toMatchObject([{ before: { level: 1 }, after: { level: 3 } }]);
  expect(effect.criteria).toEqual([{ criterion: 'USE-2.a', before: 'unknown', after: null, cells: 1 }]);
});

test('a criterion that got another id is told once, and its old name stands beside it', () => {
  const newer = buildRubric([buildCriterion('USE-2.a'), buildCriterion('USE-3.x')]);
  const renamed = new Map([['USE-3.a', 'USE-3.x']]);
  const carried = loadBundle(buildBundle({ attestations: [buildAttestation('USE-2.a')] }));
  const effect = effectOfRubric(score(older, loaded), newer, carried, renamed);
  expect(effect.criteria).toEqual([
    { criterion: 'USE-3.x', formerly: 'USE-3.a', before: 'met', after: 'unknown', cells: 1 },
  ]);
  expect(effect.comparison.rubrics.renamed).toEqual([{ from: 'USE-3.a', to: 'USE-3.x' }]);
  expect(formatEffect(effect)).toContain('USE-3.x (was USE-3.a)  met → unknown in 1 of the cells');
  expect(formatEffect(effect)).toContain('USE-3.a is now USE-3.x');
});

test('another wording has no effect', () => {
  const newer = buildRubric([buildCriterion('USE-2.a', { why: 'Said in other words.' }), buildCriterion('USE-3.a')]);
  const effect = effectOfRubric(score(older, loaded), newer, loaded);
  expect(effect).toMatchObject({ criteria: [], comparison: { cells: [], rubrics: { changed: true } } });
});
