import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { ASSUMABLE, type Assumption } from '#rubrics/scoring/assume-states.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { type Cell, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const RUNS = { numRuns: 150 };
const rank = (level: number | null) => level ?? 0;
const CAPABILITIES = ['builds', 'data', 'secrets'];

/** Every place that the criteria of a case are tested at. */
const placesOf = (criteria: readonly Criterion[]) =>
  criteria.flatMap(({ id, scope }) =>
    (scope === 'platform' ? [null] : CAPABILITIES).map((capability) => ({ criterion: id, capability })),
  );

const arbitraryAssumptions = (states: readonly Assumption['state'][], roles: readonly Criterion['role'][] = ROLES) =>
  arbitraryCase(roles).chain((one) =>
    fc.record({
      one: fc.constant(one),
      assumed: fc.array(
        fc
          .record({ place: fc.constantFrom(...placesOf(one.criteria)), state: fc.constantFrom(...states) })
          .map(({ place, state }): Assumption => ({ ...place, state })),
        { maxLength: 8 },
      ),
    }),
  );

const resultOf = (cells: readonly Cell[], { criterion, capability }: Assumption) =>
  cells.flatMap((cell) =>
    capability === null || cell.capability === capability ? cell.criteria.filter(({ id }) => id === criterion) : [],
  );

describe('a what-if', () => {
  test('that assumes nothing is the scorecard', () => {
    fc.assert(
      fc.property(arbitraryWideCase, ({ criteria, bundle }) => {
        const [rubric, loaded] = [buildRubric(criteria), loadBundle(bundle)];
        expect(canonicalJson(scoreAssuming(rubric, loaded, []))).toBe(canonicalJson(score(rubric, loaded)));
      }),
      { numRuns: 60 },
    );
  });

  test('that assumes what is so anyway is the scorecard', () => {
    fc.assert(
      fc.property(arbitraryCase(ROLES), ({ criteria, bundle }) => {
        const [rubric, loaded] = [buildRubric(criteria), loadBundle(bundle)];
        const card = score(rubric, loaded);
        const same = card.cells.flatMap(({ capability, criteria: results }) =>
          results.flatMap(({ id, inherited, state }) =>
            state === 'announced' ? [] : [{ criterion: id, capability: inherited ? null : capability, state }],
          ),
        );
        expect(canonicalJson(scoreAssuming(rubric, loaded, same))).toBe(canonicalJson(card));
      }),
      RUNS,
    );
  });

  test('shows each criterion in the state assumed last, unless the rubric leaves it out', () => {
    fc.assert(
      fc.property(arbitraryAssumptions(ASSUMABLE), ({ one, assumed }) => {
        const [rubric, loaded] = [buildRubric(one.criteria), loadBundle(one.bundle)];
        const { cells } = scorecardSchema.parse(scoreAssuming(rubric, loaded, assumed));
        const last = new Map(assumed.map((each) => [`${each.criterion} ${each.capability}`, each]));
        const without = score(buildRubric(one.criteria), loadBundle({ ...one.bundle, notApplicable: [] }));
        for (const each of last.values()) {
          const leftOut = resultOf(without.cells, each).some(({ state }) => state === 'not_applicable');
          for (const { state } of resultOf(cells, each)) expect(state).toBe(leftOut ? 'not_applicable' : each.state);
        }
      }),
      RUNS,
    );
  });

  test('leaves every other criterion as it is', () => {
    fc.assert(
      fc.property(arbitraryAssumptions(ASSUMABLE), ({ one, assumed }) => {
        const [rubric, loaded] = [buildRubric(one.criteria), loadBundle(one.bundle)];
        const named = new Set(assumed.map(({ criterion, capability }) => `${criterion} ${capability}`));
        const others = (cells: readonly Cell[]) =>
          cells.map(({ capability, criteria }) =>
            criteria.filter(({ id, inherited }) => !named.has(`${id} ${inherited ? null : capability}`)),
          );
        expect(others(scoreAssuming(rubric, loaded, assumed).cells)).toEqual(others(score(rubric, loaded).cells));
      }),
      RUNS,
    );
  });

  test('low ≤ level ≤ high, whatever is assumed', () => {
    fc.assert(
      fc.property(arbitraryAssumptions(ASSUMABLE), ({ one, assumed }) => {
        const card = scoreAssuming(buildRubric(one.criteria), loadBundle(one.bundle), assumed);
        for (const cell of card.cells) {
          expect(rank(cell.low)).toBeLessThanOrEqual(rank(cell.level));
          expect(rank(cell.level)).toBeLessThanOrEqual(rank(cell.high));
        }
      }),
      RUNS,
    );
  });

  // a criterion that was announced or not applicable comes into force, and may hold a level that it did not hold before
  test('that meets required and supporting criteria in force lowers no level and no percent to target', () => {
    fc.assert(
      fc.property(arbitraryAssumptions(['met'], ['required', 'supporting']), ({ one, assumed }) => {
        const [rubric, loaded] = [buildRubric(one.criteria), loadBundle(one.bundle)];
        const before = score(rubric, loaded);
        const inForce = assumed.filter((each) =>
          resultOf(before.cells, each).every(({ state }) => state !== 'announced' && state !== 'not_applicable'),
        );
        const after = scoreAssuming(rubric, loaded, inForce);
        for (const [i, cell] of after.cells.entries()) {
          expect(rank(cell.level)).toBeGreaterThanOrEqual(rank(before.cells[i]?.level ?? null));
          expect(rank(cell.low)).toBeGreaterThanOrEqual(rank(before.cells[i]?.low ?? null));
        }
        expect(after.percentToTarget.value ?? 0).toBeGreaterThanOrEqual(before.percentToTarget.value ?? 0);
      }),
      RUNS,
    );
  });
});

// one cell, target 3: two required criteria of level 2 (one met), one of level 3, and a symptom that holds the cell at 1
const criteria = [
  buildCriterion('USE-2.a'),
  buildCriterion('USE-2.b'),
  buildCriterion('USE-3.a', { scope: 'platform' }),
  buildCriterion('USE-1.a', { level: 1, role: 'limiter', caps_at: 1 }),
];
const bundle = buildBundle({
  attestations: [
    buildAttestation('USE-2.a'),
    buildAttestation('USE-2.b', { answer: 'no' }),
    buildAttestation('USE-1.a'),
  ],
});
const assuming = (...assumed: [criterion: string, capability: string | null, state: Assumption['state']][]) =>
  scoreAssuming(
    buildRubric(criteria),
    loadBundle(structuredClone(bundle)),
    assumed.map(([criterion, capability, state]) => ({ criterion, capability, state })),
  );

describe('one cell at level 1 with the target 3', () => {
  const levelOf = (card: ReturnType<typeof assuming>) => card.cells[0]?.level;

  test('stays at 1 when the missing criterion is met but the symptom remains', () => {
    expect(levelOf(assuming(['USE-2.b', 'builds', 'met']))).toBe(1);
  });

  test('reaches 2 when the symptom goes too, and 3 with what the platform lacks', () => {
    const two = assuming(['USE-2.b', 'builds', 'met'], ['USE-1.a', 'builds', 'not_met']);
    expect(levelOf(two)).toBe(2);
    // floor 1, target 3: one of two steps
    expect(two.percentToTarget.value).toBe(0.5);
    const three = assuming(['USE-2.b', 'builds', 'met'], ['USE-1.a', 'builds', 'not_met'], ['USE-3.a', null, 'met']);
    expect(levelOf(three)).toBe(3);
    expect(three.percentToTarget.value).toBe(1);
  });

  test('an exemption lifts the level but not the level without exemptions', () => {
    const [cell] = assuming(['USE-2.b', 'builds', 'exempt'], ['USE-1.a', 'builds', 'not_met']).cells;
    expect(cell).toMatchObject({ level: 2, levelWithoutExemptions: 1 });
    expect(cell?.criteria.find(({ id }) => id === 'USE-2.b')).toMatchObject({ state: 'exempt', own: 'not_met' });
  });

  test('what is assumed to be unknown widens the range', () => {
    const [cell] = assuming(
      ['USE-2.a', 'builds', 'unknown'],
      ['USE-2.b', 'builds', 'met'],
      ['USE-1.a', 'builds', 'not_met'],
    ).cells;
    expect(cell).toMatchObject({ level: 1, low: 1, high: 3 });
  });

  test('an assumption gives no confidence', () => {
    const platform = buildBundle({ settings: { ...bundle.settings, capabilities: [buildCapability()] } });
    const [cell] = scoreAssuming(buildRubric([buildCriterion('USE-2.a')]), loadBundle(platform), [
      { criterion: 'USE-2.a', capability: 'builds', state: 'met' },
    ]).cells;
    expect(cell).toMatchObject({ level: 2, coverage: 1, confidence: null });
  });

  test('a criterion that is not there is refused by name', () => {
    expect(() => assuming(['USE-9.z', 'builds', 'met'])).toThrow('no criterion USE-9.z for builds');
    expect(() => assuming(['USE-2.a', null, 'met'])).toThrow('no criterion USE-2.a for the platform');
  });
});
