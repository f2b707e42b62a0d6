import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { listWork } from '#rubrics/scoring/list-work.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildPack } from '#tests/support/build-rubric.ts';

const rubric = compileRubric(
  buildPack([buildCriterion('USE-2.b'), buildCriterion('USE-1.a', { level: 1, role: 'limiter', caps_at: 1 })]),
);
const settings = {
  capabilities: ['builds', 'data'].map((key) => buildCapability({ key })),
  targets: [],
  minimumGroup: 5,
};
const attestations = [
  buildAttestation('USE-1.a', { capability: 'data' }),
  buildAttestation('USE-2.b', { capability: 'data' }),
];
const { cells } = score(rubric, loadBundle(buildBundle({ settings, attestations })));
const assume = (criterion: string, capability: string | null, state: Assumption['state']): Assumption => ({
  ...{ criterion, capability, state },
});

test('work is what is assumed to be where one wants it and is not: also a symptom that goes', () => {
  const work = [assume('USE-1.a', 'data', 'not_met'), assume('USE-2.b', 'builds', 'met')];
  const idle = [
    // worse than it is
    assume('USE-1.a', 'builds', 'met'),
    // a decision, no work
    assume('USE-2.b', 'builds', 'exempt'),
    // so already
    assume('USE-2.b', 'data', 'met'),
    assume('USE-9.z', null, 'met'),
  ];
  expect(listWork([...idle, ...work], cells)).toEqual(work);
});
