import { expect, test } from 'vitest';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Pack } from '#rubrics/pack.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import { evaluateAssumptions } from '#server/planning/evaluate-assumptions.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildPack } from '#tests/support/build-rubric.ts';

const criteria = [
  buildCriterion('USE-2.b'),
  buildCriterion('USE-2.c', { applies_to: { capabilities: ['data'] } }),
  buildCriterion('USE-1.a', { level: 1, role: 'limiter', caps_at: 1 }),
];
const settings = {
  capabilities: ['builds', 'data'].map((key) => buildCapability({ key })),
  targets: [],
  minimumGroup: 5,
};
const symptom = buildAttestation('USE-1.a', { capability: 'data' });

function evaluate(assumed: Assumption[], renamed: Record<string, string> = {}) {
  const plain = buildPack(criteria);
  const pack: Pack = { ...plain, pack: { ...plain.pack, renamed } };
  const base = makeBase(compileRubric(pack), loadBundle(buildBundle({ settings, attestations: [symptom] })));
  const efforts = new Map([[keyOf('USE-2.b', 'builds'), 4.5]]);
  return evaluateAssumptions(assumed, { base, whatIf: openWhatIf(base), pack, efforts });
}
const met = (criterion: string, capability: string | null): Assumption => ({ criterion, capability, state: 'met' });

// two cells of target 3 and floor 1: four levels to climb; nothing is asked above level 2
test('a what-if is worth what the engine says, and costs the person-days of what it assumes to be reached', () => {
  const outcome = evaluate([met('USE-2.b', 'builds'), met('USE-2.b', 'data')]);
  expect(outcome).toMatchObject({ counted: 2, gone: [], effort: { days: 4.5, unknown: 1 } });
  expect(outcome.effect).toMatchObject({ value: 0.25, cells: [{ capability: 'builds', from: 1, to: 2 }] });
});

test('what the newer rubric no longer has, or no longer asks there, is kept, marked and counts for nothing', () => {
  const outcome = evaluate([
    met('USE-2.a', 'builds'),
    met('USE-2.b', 'archive'),
    met('USE-2.c', 'builds'),
    met('USE-2.b', null),
    met('USE-2.b', 'builds'),
  ]);
  expect(outcome.counted).toBe(1);
  expect(outcome.gone.map(({ criterion, capability, why }) => [criterion, capability, why])).toEqual([
    ['USE-2.a', 'builds', 'criterion'],
    ['USE-2.b', 'archive', 'capability'],
    ['USE-2.c', 'builds', 'not-asked'],
    ['USE-2.b', null, 'not-asked'],
  ]);
  expect(outcome.effect.value).toBe(0.25);
});

test('a criterion with a new id counts under it, also after two renames; a circle of names ends', () => {
  expect(evaluate([met('OLD-2.a', 'builds')], { 'OLD-2.a': 'NEW-2.a', 'NEW-2.a': 'USE-2.b' })).toMatchObject({
    counted: 1,
    effect: { value: 0.25 },
  });
  expect(evaluate([met('OLD-2.a', 'builds')], { 'OLD-2.a': 'NEW-2.a', 'NEW-2.a': 'OLD-2.a' })).toMatchObject({
    counted: 0,
    gone: [{ criterion: 'OLD-2.a', why: 'criterion' }],
  });
});
