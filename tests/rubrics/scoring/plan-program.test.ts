import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { goalOf } from '#rubrics/scoring/effect.ts';
import { type Program, planProgram } from '#rubrics/scoring/plan-program.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { arbitraryAnswers } from '#tests/support/arbitrary-answers.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { aimedAt, answered, answersRubric, question } from '#tests/support/build-answers-pack.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildPack, buildRubric } from '#tests/support/build-rubric.ts';

function program(rubric: Rubric, bundle: Bundle): Program {
  const loaded = loadBundle(bundle);
  return planProgram(rubric, score(rubric, loaded), loaded.bundle.settings.capabilities);
}

/** The levels that pay, each with the criteria that stand before it. */
const rungsOf = ({ rungs, places }: Program) =>
  rungs.map(({ capability, level, places: numbers }) => [
    `${capability} ${level}`,
    numbers.map((number) => `${places[number]?.criterion} ${places[number]?.capability ?? 'all'}`),
  ]);

describe('what there is to plan', () => {
  test('is every required criterion below a level, those of the level below among them', () => {
    const rubric = buildRubric([buildCriterion('USE-2.a'), buildCriterion('USE-3.a'), buildCriterion('USE-4.a')]);
    // target 3: level 4 pays nothing; 2 levels of 1 cell from floor 1
    const planned = program(rubric, buildBundle());
    expect(rungsOf(planned)).toEqual([
      ['builds 2', ['USE-2.a builds']],
      ['builds 3', ['USE-2.a builds', 'USE-3.a builds']],
    ]);
    expect(planned.whole).toBe(2);
    expect(planned.places.map(({ kind }) => kind)).toEqual(['gather', 'gather', 'gather']);
  });

  test('leaves out what is met, and what only supports', () => {
    const rubric = buildRubric([
      buildCriterion('USE-2.a'),
      buildCriterion('USE-3.a'),
      buildCriterion('USE-3.b', { role: 'supporting' }),
    ]);
    const planned = program(
      rubric,
      buildBundle({
        attestations: [buildAttestation('USE-2.a', { answer: 'yes' }), buildAttestation('USE-3.a', { answer: 'no' })],
      }),
    );
    expect(rungsOf(planned)).toEqual([['builds 3', ['USE-3.a builds']]]);
    expect(planned.places.map(({ criterion, kind }) => [criterion, kind])).toEqual([
      ['USE-3.a', 'improve'],
      ['USE-3.b', 'gather'],
    ]);
  });

  test('has an empty level reached together with the next that is not empty', () => {
    // level 2 has nothing required: whoever reaches 3 has passed it
    expect(rungsOf(program(buildRubric([buildCriterion('USE-3.a')]), buildBundle()))).toEqual([
      ['builds 2', ['USE-3.a builds']],
      ['builds 3', ['USE-3.a builds']],
    ]);
  });

  test('stops where no level that high can be reached', () => {
    expect(rungsOf(program(buildRubric([buildCriterion('USE-2.a')]), buildBundle()))).toEqual([
      ['builds 2', ['USE-2.a builds']],
    ]);
  });

  test('has a symptom removed before the levels that it holds down, and an unchecked one left alone', () => {
    const limiter = (id: string, caps_at: number) => buildCriterion(id, { role: 'limiter', level: 1, caps_at });
    const rubric = buildRubric([limiter('USE-1.a', 2), limiter('USE-1.b', 1), buildCriterion('USE-3.a')]);
    const planned = program(rubric, buildBundle({ attestations: [buildAttestation('USE-1.a', { answer: 'yes' })] }));
    expect(rungsOf(planned)).toEqual([
      ['builds 2', ['USE-3.a builds']],
      ['builds 3', ['USE-1.a builds', 'USE-3.a builds']],
    ]);
    expect(planned.places.map(({ kind }) => kind)).toEqual(['remove', 'gather']);
  });

  test('names a criterion of the platform once, for every capability that it unlocks', () => {
    const capabilities = [buildCapability({ key: 'builds', weight: 2 }), buildCapability({ key: 'data' })];
    const rubric = buildRubric([buildCriterion('USE-2.a', { scope: 'platform' }), buildCriterion('USE-2.b')]);
    const planned = program(rubric, buildBundle({ settings: { capabilities, targets: [], minimumGroup: 5 } }));
    expect(rungsOf(planned)).toEqual([
      ['builds 2', ['USE-2.a all', 'USE-2.b builds']],
      ['data 2', ['USE-2.a all', 'USE-2.b data']],
    ]);
    expect(planned.rungs.map(({ gain }) => gain)).toEqual([2, 1]);
    // weights 2 and 1, two levels each
    expect(planned.whole).toBe(6);
  });

  test('brings what a criterion needs, and what that needs, also of a circle', () => {
    const rubric = buildRubric([
      buildCriterion('USE-2.a', { needs: ['USE-4.a'] }),
      buildCriterion('USE-4.a', { needs: ['USE-4.b'], role: 'supporting' }),
      buildCriterion('USE-4.b', { needs: ['USE-4.a'], scope: 'platform', role: 'supporting' }),
    ]);
    expect(rungsOf(program(rubric, buildBundle()))).toEqual([
      ['builds 2', ['USE-2.a builds', 'USE-4.a builds', 'USE-4.b all']],
    ]);
  });

  test('has nothing for a capability that is not offered, which counts in the whole all the same', () => {
    const capabilities = [buildCapability({ state: 'not_offered' })];
    const bundle = buildBundle({ settings: { capabilities, targets: [], minimumGroup: 5 } });
    expect(program(buildRubric([buildCriterion('USE-2.a')]), bundle)).toMatchObject({ rungs: [], whole: 2 });
  });

  test('has an anchor stand before every level', () => {
    const rubric = buildRubric([buildCriterion('USE-1.a', { role: 'anchor', level: 1 }), buildCriterion('USE-2.a')]);
    const before = ['USE-1.a builds', 'USE-2.a builds'];
    expect(rungsOf(program(rubric, buildBundle()))).toEqual([['builds 2', before]]);
    const no = buildBundle({ attestations: [buildAttestation('USE-1.a', { answer: 'no' })] });
    expect(rungsOf(program(rubric, no))).toEqual([['builds 2', before]]);
    // from a floor of 0 it pays to be offered at all, and an anchor that is only unknown leaves a cell at level 1 as it is
    const pack = buildPack(rubric.pack.criteria);
    const fromZero = compileRubric({ ...pack, pack: { ...pack.pack, floor: 0 } });
    expect(rungsOf(program(fromZero, no))).toEqual([
      ['builds 1', ['USE-1.a builds']],
      ['builds 2', before],
    ]);
    expect(rungsOf(program(fromZero, buildBundle()))).toEqual([['builds 2', before]]);
  });
});

/** Each criterion may need others of the platform, or of the same capability. */
function withNeeds(criteria: readonly Criterion[], wanted: readonly (readonly number[])[]): Criterion[] {
  return criteria.map((one, i) => {
    const needs = (wanted[i] ?? [])
      .map((n) => criteria[n % criteria.length])
      .filter((other) => other !== undefined && (other.scope === 'platform' || one.scope === 'capability'))
      .flatMap((other) => other?.id ?? []);
    return needs.length === 0 ? one : { ...one, needs };
  });
}

const arbitraryWork = fc.record({
  situation: fc.oneof(arbitraryCase(ROLES), arbitraryWideCase),
  needs: fc.array(fc.array(fc.nat(8), { maxLength: 2 }), { maxLength: 9 }),
  /** which of the open places are done */
  done: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  floor: fc.constantFrom(0, 1),
  weights: fc.array(fc.constantFrom(0, 0.5, 1, 3), { minLength: 3, maxLength: 3 }),
});

test('whatever is done, the levels that pay add up to what the engine says', () => {
  let reached = 0;
  fc.assert(
    fc.property(arbitraryWork, ({ situation: { criteria, bundle }, needs, done, floor, weights }) => {
      const pack = buildPack(withNeeds(criteria, needs));
      const rubric = compileRubric({ ...pack, pack: { ...pack.pack, floor } });
      const capabilities = bundle.settings.capabilities.map((one, i) => ({ ...one, weight: weights[i] ?? 1 }));
      const loaded = loadBundle({ ...bundle, settings: { ...bundle.settings, capabilities } });
      const before = score(rubric, loaded);
      const { places, rungs, whole } = planProgram(rubric, before, capabilities);
      const chosen = new Set(places.flatMap(({ withNeeds }, i) => (done[i] ? withNeeds : [])));
      const assumed = places.flatMap(({ criterion, capability, role }, i) =>
        chosen.has(i) ? [{ criterion, capability, state: goalOf(role) }] : [],
      );
      const after = scoreAssuming(rubric, loaded, assumed);
      const paid = rungs.filter((rung) => rung.places.every((number) => chosen.has(number)));
      const gain = paid.reduce((sum, rung) => sum + rung.gain, 0);
      if (gain > 0) reached++;
      if (before.percentToTarget.value === null || after.percentToTarget.value === null) return;
      expect(after.percentToTarget.value).toBeCloseTo(before.percentToTarget.value + gain / whole, 5);
    }),
    { numRuns: 600 },
  );
  expect(reached).toBeGreaterThan(100);
});

describe('where answers are added up', () => {
  const rubric = answersRubric({}, [
    question('USE-1.a'),
    question('USE-2.a', { needs: ['USE-3.b'] }),
    question('USE-3.b'),
  ]);

  test('every answer short of its target pays by itself, as far as it is short', () => {
    // target 2: 1 for each question up to level 2; B3 is aimed at by nobody, and A2 needs it
    const planned = program(rubric, answered({ 'USE-1.a': 'some' }));
    expect(rungsOf(planned)).toEqual([
      ['builds 1', ['USE-1.a builds']],
      ['builds 2', ['USE-2.a builds', 'USE-3.b builds']],
    ]);
    expect(planned.rungs.map(({ gain }) => gain)).toEqual([0.75, 1]);
    expect(planned.whole).toBe(2);
    expect(planned.places.map(({ criterion, kind }) => `${criterion} ${kind}`)).toEqual([
      'USE-1.a improve',
      'USE-2.a gather',
      'USE-3.b gather',
    ]);
    expect(new Set(planned.rungs.map(({ ladder }) => ladder)).size).toBe(2);
  });

  test('an answer that is at its target is no work, though it could be better', () => {
    const planned = program(rubric, answered({ 'USE-1.a': 'half', 'USE-2.a': 'most' }, aimedAt({ 'USE-1.a': 0.5 })));
    expect(planned.rungs).toEqual([]);
    expect(planned.places.map(({ criterion }) => criterion)).toEqual(['USE-3.b']);
    expect(planned.whole).toBe(1.5);
  });

  test('whatever is done, the answers that pay add up to what the engine says', () => {
    let reached = 0;
    const arbitrary = fc.record({
      situation: arbitraryAnswers,
      done: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ situation, done }) => {
        const loaded = loadBundle(situation.bundle);
        const before = score(situation.rubric, loaded);
        const { places, rungs, whole } = planProgram(situation.rubric, before, situation.bundle.settings.capabilities);
        const chosen = new Set(places.flatMap(({ withNeeds: needs }, i) => (done[i] ? needs : [])));
        const assumed = places.flatMap(({ criterion, capability }, i) =>
          chosen.has(i) ? [{ criterion, capability, state: 'met' as const }] : [],
        );
        const after = scoreAssuming(situation.rubric, loaded, assumed);
        const paid = rungs.filter((rung) => rung.places.every((number) => chosen.has(number)));
        const gain = paid.reduce((sum, rung) => sum + rung.gain, 0);
        if (gain > 0) reached++;
        if (before.percentToTarget.value === null) {
          expect(whole).toBe(0);
          return;
        }
        // 1 − (gap − gain)/whole, from the gap itself: percent to target has 6 decimals
        expect(after.percentToTarget.value).toBeCloseTo(before.percentToTarget.value + gain / whole, 5);
      }),
      { numRuns: 600 },
    );
    expect(reached).toBeGreaterThan(200);
  });
});
