import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { score } from '#rubrics/scoring/score.ts';
import { answersRubric, question } from '#tests/support/build-answers-pack.ts';
import { buildAttestation, buildBundle, buildSeries, daysBefore } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const gated = buildRubric([
  buildCriterion('OWN-2.a', { test: { attestation: 'half', answers: ['no', 'some', 'half', 'most'] } }),
  buildCriterion('OWN-2.b', { test: { metric: 'share-done', statistic: 'latest', is: '>= 50%' } }),
]);
const added = answersRubric({}, [
  question('USE-1.a', { test: { attestation: 'most', answer_set: 'extent', shares: ['OWN-2.a'] } }),
  question('USE-2.a'),
  question('USE-3.a', { test: { metric: 'share-done', statistic: 'latest', is: '>= 80%' } }),
  ...['USE-1.b', 'USE-2.b', 'USE-3.b'].map((id) => question(id)),
]);
const resultOf = (rubric: Rubric, bundle: ReturnType<typeof buildBundle>, id: string) =>
  score(rubric, loadBundle(bundle)).cells[0]?.criteria.find((one) => one.id === id);

test('one answer and one series serve criteria of two packs, each by its own bar', () => {
  const bundle = buildBundle({
    attestations: [buildAttestation('OWN-2.a', { answer: 'half' })],
    metrics: [buildSeries('share-done', { 3: 0.7 })],
  });
  expect(resultOf(gated, bundle, 'OWN-2.a')?.state).toBe('met');
  expect(resultOf(added, bundle, 'USE-1.a')).toMatchObject({ state: 'not_met', value: 0.5 });
  expect(resultOf(gated, bundle, 'OWN-2.b')?.state).toBe('met');
  expect(resultOf(added, bundle, 'USE-3.a')?.state).toBe('not_met');
});

test('an explanation names the criterion that an answer was given to, where it is another', () => {
  const leafOf = (rubric: Rubric, id: string) => {
    const loaded = loadBundle(buildBundle({ attestations: [buildAttestation('OWN-2.a', { answer: 'half' })] }));
    return explain(rubric, loaded, { capability: 'builds', aspect: 'use' }).criteria.find((one) => one.id === id)?.test;
  };
  expect(leafOf(added, 'USE-1.a')).toMatchObject({ answer: 'half', answeredFor: 'OWN-2.a' });
  expect(leafOf(gated, 'OWN-2.a')).not.toHaveProperty('answeredFor');
  expect(leafOf(added, 'USE-2.a')).not.toHaveProperty('answeredFor');
});

test('the newest of the shared answers counts, and one that is not offered here never does', () => {
  const answers = [
    buildAttestation('USE-1.a', { answer: 'some', answeredAt: daysBefore(20), reviewedAt: daysBefore(19) }),
    buildAttestation('OWN-2.a', { answer: 'most' }),
    buildAttestation('OWN-2.a', { answer: 'yes', answeredAt: daysBefore(2), reviewedAt: daysBefore(1) }),
  ];
  const at = (given: typeof answers) => resultOf(added, buildBundle({ attestations: given }), 'USE-1.a')?.value;
  expect(at(answers)).toBe(1);
  expect(at(answers.slice(0, 1))).toBe(0.25);
  expect(at(answers.slice(2))).toBeNull();
});

test('answers about another capability are not shared', () => {
  const elsewhere = [buildAttestation('OWN-2.a', { answer: 'most', capability: 'other' })];
  expect(resultOf(added, buildBundle({ attestations: elsewhere }), 'USE-1.a')?.value).toBeNull();
});
