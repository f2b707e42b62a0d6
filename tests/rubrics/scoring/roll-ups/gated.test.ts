import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { rollUps } from '#rubrics/scoring/roll-ups/registry.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildAttestation, buildBundle } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildPack, buildRubric } from '#tests/support/build-rubric.ts';

const criteria = [buildCriterion('USE-2.a'), buildCriterion('USE-3.a'), buildCriterion('USE-4.a')];

test('a pack that names no roll-up has gated levels, and one that names them scores the same', () => {
  const loaded = loadBundle(buildBundle({ attestations: [buildAttestation('USE-2.a'), buildAttestation('USE-4.a')] }));
  const silent = score(buildRubric(criteria), loaded);
  const base = buildPack(criteria);
  const named = score(compileRubric({ ...base, pack: { ...base.pack, roll_up: 'gated' } }), loaded);
  // level 3 is not known, so level 4 is out of reach; it could be met
  expect(silent.cells[0]).toMatchObject({ level: 2, low: 2, high: 4, next: 3 });
  expect(named.cells).toEqual(silent.cells);
  expect(named.rubric.sha256).not.toBe(silent.rubric.sha256);
});

test('each roll-up goes by the key that packs name it by', () => {
  expect(Object.entries(rollUps).map(([key, rollUp]) => [key, rollUp.key])).toEqual([
    ['gated', 'gated'],
    ['answers', 'answers'],
  ]);
});
