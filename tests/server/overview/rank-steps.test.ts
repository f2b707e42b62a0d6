import { expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { score } from '#rubrics/scoring/score.ts';
import { rankSteps } from '#server/overview/rank-steps.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

function stepsOf(criteria: Criterion[], evidence: Partial<Bundle>, most = 5) {
  const rubric = buildRubric(criteria);
  const capabilities = [buildCapability({ key: 'builds' }), buildCapability({ key: 'data' })];
  const settings = { capabilities, targets: [], minimumGroup: 5 };
  const loaded = loadBundle(buildBundle({ settings, ...evidence }));
  return rankSteps({ rubric, loaded, scorecard: score(rubric, loaded) }, most);
}
const yes = (criterion: string, capability: string | null) => buildAttestation(criterion, { capability });
const no = (criterion: string, capability: string) => buildAttestation(criterion, { capability, answer: 'no' });

// two cells of target 3: four levels to climb
test('what is met once for the platform counts in every cell it opens', () => {
  const criteria = [buildCriterion('USE-2.a', { scope: 'platform', effort: 12 }), buildCriterion('USE-3.a')];
  expect(stepsOf(criteria, { attestations: [yes('USE-3.a', 'data')] })).toMatchObject([
    // builds 1 → 2, data 1 → 3: three of four levels
    {
      ...{ criterion: 'USE-2.a', inherited: true, capabilities: ['builds', 'data'], known: false },
      ...{ gain: 0.75, cells: 2, holds: 2, others: 0, effort: 12 },
    },
  ]);
});

test('a criterion of several capabilities is one step, where it opens a cell alone, and its effort counts in each', () => {
  const criteria = [buildCriterion('USE-2.a', { effort: 3 })];
  // nothing is asked above level 2: both cells go from 1 to 2
  expect(stepsOf(criteria, { attestations: [no('USE-2.a', 'data')] })).toMatchObject([
    { criterion: 'USE-2.a', capabilities: ['builds', 'data'], known: true, gain: 0.5, cells: 2, effort: 6 },
  ]);
  const two = [...criteria, buildCriterion('USE-2.b')];
  // builds lacks both, so only data is opened by one
  const attestations = [yes('USE-2.b', 'data')];
  expect(stepsOf(two, { attestations })[0]).toMatchObject({ criterion: 'USE-2.a', capabilities: ['data'], effort: 3 });
});

test('what opens nothing alone comes last, and says how many others hold the same cell', () => {
  const criteria = [buildCriterion('USE-2.a'), buildCriterion('USE-2.b'), buildCriterion('USE-2.c', { effort: 1 })];
  const attestations = [yes('USE-2.a', 'builds'), yes('USE-2.b', 'builds')];
  expect(stepsOf(criteria, { attestations })).toMatchObject([
    { criterion: 'USE-2.c', capabilities: ['builds'], gain: 0.25, others: 0 },
    { criterion: 'USE-2.a', capabilities: ['data'], gain: 0, cells: 0, holds: 1, others: 2 },
    { criterion: 'USE-2.b', capabilities: ['data'], gain: 0 },
  ]);
  // of three alike the one whose effort is known comes first
  expect(stepsOf(criteria, {})[0]).toMatchObject({ criterion: 'USE-2.c', gain: 0, holds: 2, effort: 2 });
});

test('a symptom that holds a cell down is worth what its removal frees', () => {
  const criteria = [
    buildCriterion('USE-2.a'),
    buildCriterion('USE-3.a'),
    buildCriterion('USE-1.b', { role: 'limiter', caps_at: 1 }),
  ];
  const attestations = [yes('USE-2.a', 'data'), yes('USE-3.a', 'data'), yes('USE-1.b', 'data')];
  expect(stepsOf(criteria, { attestations })[0]).toMatchObject({
    ...{ criterion: 'USE-1.b', capabilities: ['data'], role: 'limiter', gain: 0.5, cells: 1 },
  });
});

test('nothing is to be done where every target is reached, and no more is listed than asked for', () => {
  const criteria = [buildCriterion('USE-3.a'), buildCriterion('USE-3.b')];
  const met = ['data', 'builds'].flatMap((capability) => [yes('USE-3.a', capability), yes('USE-3.b', capability)]);
  expect(stepsOf(criteria, { attestations: met })).toEqual([]);
  expect(stepsOf(criteria, {}, 1)).toHaveLength(1);
});

test('what must exist at all is a step also where it opens no level yet', () => {
  const criteria = [
    buildCriterion('USE-1.a', { role: 'anchor' }),
    buildCriterion('USE-1.c', { role: 'anchor' }),
    buildCriterion('USE-2.a'),
  ];
  const builds = [no('USE-1.a', 'builds'), no('USE-1.c', 'builds')];
  const attestations = [...builds, no('USE-1.a', 'data'), yes('USE-1.c', 'data')];
  // data goes from not offered to 1, where its way to target begins; builds lacks both
  expect(stepsOf(criteria, { attestations })).toMatchObject([
    { criterion: 'USE-1.a', role: 'anchor', capabilities: ['data'], gain: 0, cells: 1, holds: 1, others: 0 },
    { criterion: 'USE-1.c', role: 'anchor', capabilities: ['builds'], gain: 0, holds: 1, others: 1 },
  ]);
});

test('nothing is to be done for what was withdrawn', () => {
  const criteria = [buildCriterion('USE-1.a', { role: 'anchor' }), buildCriterion('USE-2.a')];
  const withdrawn = buildCapability({ key: 'builds', state: 'not_offered' });
  const settings = { capabilities: [withdrawn, buildCapability({ key: 'data' })], targets: [], minimumGroup: 5 };
  const steps = stepsOf(criteria, { settings, attestations: [no('USE-1.a', 'builds')] });
  expect(steps.flatMap(({ capabilities }) => capabilities)).toEqual(['data', 'data']);
});

test('what would raise a capability that counts nothing is no step', () => {
  const capabilities = [buildCapability({ key: 'builds', weight: 0 })];
  expect(stepsOf([buildCriterion('USE-2.a')], { settings: { capabilities, targets: [], minimumGroup: 5 } })).toEqual(
    [],
  );
});

test('a small step that opens a cell is found among many large ones that open nothing alone', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const many = ['BIG', 'OWN'].flatMap((prefix) => letters.map((letter) => `${prefix}-2.${letter}`));
  const criteria = [
    ...many.map((id) => buildCriterion(id, { applies_to: { capabilities: ['builds'] } })),
    buildCriterion('USE-2.a', { applies_to: { capabilities: ['data'] } }),
  ];
  const capabilities = [buildCapability({ key: 'builds', weight: 1000 }), buildCapability({ key: 'data' })];
  const [first] = stepsOf(criteria, { settings: { capabilities, targets: [], minimumGroup: 5 } }, 1);
  expect(first).toMatchObject({ criterion: 'USE-2.a', capabilities: ['data'], cells: 1 });
});
