import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { ASSUMABLE, type Assumption } from '#rubrics/scoring/assume-states.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildPack } from '#tests/support/build-rubric.ts';

const ASPECT = { key: 'own', name: 'Own', question: 'Who owns it?', cells: {} };

/** Every other criterion stands under a second aspect. */
function twoAspects(given: readonly Criterion[]) {
  const criteria = given.map((one, i) => (i % 2 === 0 ? one : { ...one, aspect: 'own' }));
  const pack = buildPack(criteria);
  return compileRubric({ ...pack, pack: { ...pack.pack, aspects: [...pack.pack.aspects, ASPECT] } });
}

const placesOf = (criteria: readonly Criterion[], capabilities: readonly { key: string }[]) =>
  criteria.flatMap(({ id, scope }) =>
    (scope === 'platform' ? [null] : capabilities.map(({ key }) => key)).map((capability) => ({
      criterion: id,
      capability,
    })),
  );

const anyCase = fc.oneof(arbitraryCase(ROLES), arbitraryWideCase);
const arbitraryWhatIf = anyCase.chain(({ criteria, bundle }) => {
  const place = fc.constantFrom(...placesOf(criteria, bundle.settings.capabilities));
  const one = fc.record({ place, state: fc.constantFrom(...ASSUMABLE) });
  return fc.record({
    criteria: fc.constant(criteria),
    bundle: fc.constant(bundle),
    assumed: fc.array(
      one.map(({ place, state }): Assumption => ({ ...place, state })),
      { maxLength: 12 },
    ),
  });
});

/** As it arrives on a page. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('a what-if from a compact base', () => {
  test('says what the whole engine says, whatever is assumed, one after the other', () => {
    fc.assert(
      fc.property(arbitraryWhatIf, ({ criteria, bundle, assumed }) => {
        const [rubric, loaded] = [twoAspects(criteria), loadBundle(bundle)];
        const whatIf = openWhatIf(sent(makeBase(rubric, loaded)));
        for (const some of [assumed, assumed.slice(0, 1), assumed.slice(-3), []]) {
          const { cells, percentToTarget } = scoreAssuming(rubric, loaded, some);
          expect(whatIf.assume(some)).toEqual({ cells, percentToTarget });
        }
      }),
      { numRuns: 250 },
    );
  });

  test('knows the places that a scorecard shows, and no other', () => {
    fc.assert(
      fc.property(anyCase, ({ criteria, bundle }) => {
        const [rubric, loaded] = [twoAspects(criteria), loadBundle({ ...bundle, notApplicable: [] })];
        const whatIf = openWhatIf(makeBase(rubric, loaded));
        const shown = score(rubric, loaded).cells.flatMap(({ capability, criteria: results }) =>
          results.flatMap(({ id, inherited, state }) =>
            inherited || state === 'not_applicable' ? [] : [`${id} ${capability}`],
          ),
        );
        const own = placesOf(criteria, bundle.settings.capabilities).filter(({ capability }) => capability !== null);
        const known = own.filter(whatIf.has).map(({ criterion, capability }) => `${criterion} ${capability}`);
        expect(known.toSorted()).toEqual(shown.toSorted());
        expect(whatIf.has({ criterion: 'USE-9.z', capability: null })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

// two capabilities; a criterion of the platform is not met and holds both at level 1
const rubric = compileRubric(buildPack([buildCriterion('USE-2.a'), buildCriterion('USE-2.b', { scope: 'platform' })]));
const loaded = loadBundle(
  buildBundle({
    settings: {
      capabilities: ['builds', 'data'].map((key) => buildCapability({ key })),
      targets: [],
      minimumGroup: 5,
    },
    attestations: [
      buildAttestation('USE-2.a', { capability: 'builds' }),
      buildAttestation('USE-2.a', { capability: 'data' }),
      buildAttestation('USE-2.b', { capability: null, answer: 'no' }),
    ],
  }),
);

describe('one assumption', () => {
  test('about the platform lifts every cell with a copy', () => {
    const whatIf = openWhatIf(makeBase(rubric, loaded));
    expect(whatIf.now.cells.map(({ level }) => level)).toEqual([1, 1]);
    const then = whatIf.assume([{ criterion: 'USE-2.b', capability: null, state: 'met' }]);
    expect(then.cells.map(({ level }) => level)).toEqual([2, 2]);
    // floor 1, target 3: one of two steps in each of two cells
    expect(then.percentToTarget.value).toBe(0.5);
  });

  test('scores no cell that it does not touch, and changes nothing that is asked later', () => {
    const whatIf = openWhatIf(makeBase(rubric, loaded));
    const then = whatIf.assume([{ criterion: 'USE-2.a', capability: 'data', state: 'unknown' }]);
    expect(then.cells[0]).toBe(whatIf.now.cells[0]);
    expect(then.cells[1]).not.toEqual(whatIf.now.cells[1]);
    expect(whatIf.assume([])).toBe(whatIf.now);
  });

  test('about a criterion that is not there is refused by name', () => {
    const { assume } = openWhatIf(makeBase(rubric, loaded));
    expect(() => assume([{ criterion: 'USE-9.z', capability: 'data', state: 'met' }])).toThrow(
      'no criterion USE-9.z for data',
    );
  });
});
