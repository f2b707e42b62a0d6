import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Test } from '#rubrics/pack.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildAttestation, buildBundle, buildSeries } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

// A symptom that fresh evidence shows was marked stale as soon as another, old part of its test agreed: the range opened to
// the top, and losing the old evidence lowered its upper end (docs/scoring.md §4: it never may).
const fresh: Test = { metric: 'uses', statistic: 'latest', is: '>= 3' };
const old: Test = { metric: 'state', statistic: 'latest', is: '>= 3' };
const metrics = [buildSeries('uses', { 1: 5 }), buildSeries('state', { 200: 5 })];

function symptom(test: Test) {
  const limiter = buildCriterion('USE-1.z', { role: 'limiter', caps_at: 1, test });
  const rubric = buildRubric([buildCriterion('USE-2.a'), limiter]);
  const card = score(rubric, loadBundle(buildBundle({ metrics, attestations: [buildAttestation('USE-2.a')] })));
  const [cell] = card.cells;
  const { state, stale = false } = cell?.criteria.find(({ id }) => id === 'USE-1.z') ?? {};
  return { state, stale, low: cell?.low, high: cell?.high };
}

test.each<[string, Test, object]>([
  ['any: the fresh child is enough', { any: [fresh, old] }, { state: 'met', stale: false, low: 1, high: 1 }],
  ['all: it takes the old one too', { all: [fresh, old] }, { state: 'met', stale: true, low: 1, high: 2 }],
  ['one of two', { at_least: { count: 1, of: [old, fresh] } }, { state: 'met', stale: false, low: 1, high: 1 }],
  ['any of old ones', { any: [old, { not: fresh }] }, { state: 'met', stale: true, low: 1, high: 2 }],
  ['not met by the fresh child', { all: [{ not: fresh }, { not: old }] }, { state: 'not_met', stale: false, low: 2 }],
  ['not met by both together', { any: [{ not: fresh }, { not: old }] }, { state: 'not_met', stale: true, low: 1 }],
])('a symptom is stale only where its fresh evidence does not decide: %s', (_name, asked, expected) => {
  expect(symptom(asked)).toMatchObject(expected);
});
