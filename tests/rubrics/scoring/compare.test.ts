import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { compareScorecards, comparisonSchema } from '#rubrics/scoring/compare.ts';
import { score } from '#rubrics/scoring/score.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { answered, answersRubric } from '#tests/support/build-answers-pack.ts';
import { buildAttestation, buildBundle, buildCapability, buildSeries } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const base = buildCriterion('USE-2.a', { test: { metric: 'uses', statistic: 'latest', is: '>= 3' } });
const used = { metrics: [buildSeries('uses', { 1: 5 })] };
const cardOf = (evidence: Partial<Bundle>, criteria: Criterion[] = [base]) =>
  score(buildRubric(criteria), loadBundle(buildBundle(evidence)));
const settingsWith = (...capabilities: Partial<Bundle['settings']['capabilities'][number]>[]) => ({
  settings: { capabilities: capabilities.map(buildCapability), targets: [], minimumGroup: 5 },
});

test('a level changes together with what flipped', () => {
  // one cell of target 3: at level 1 nothing of two levels is reached, at level 2 a half
  expect(compareScorecards(cardOf({}), cardOf(used))).toMatchObject({
    rubrics: { changed: false },
    percentToTarget: { total: 0.5, evidence: 0.5, rubric: 0 },
    cells: [
      {
        ...{ capability: 'builds', aspect: 'use', kind: 'level', capabilityChange: null },
        ...{ before: { level: 1, high: 2 }, after: { level: 2 }, rubricFlips: [] },
        flips: [{ criterion: 'USE-2.a', before: 'unknown', after: 'met', why: 'new_evidence' }],
      },
    ],
  });
});

test('a scorecard does not move against itself', () => {
  expect(compareScorecards(cardOf(used), cardOf(used)).cells).toEqual([]);
});

describe('a new rubric', () => {
  const harder = buildCriterion('USE-2.b', { test: { metric: 'state', statistic: 'latest', is: '>= 3' } });
  const higher = buildCriterion('USE-3.a', { test: base.test });
  const old = { metrics: [buildSeries('uses', { 1: 5 }), buildSeries('state', { 1: 1 })] };
  const fresh = { metrics: [buildSeries('uses', { 1: 5 }), buildSeries('state', { 1: 9 })] };

  // the old rubric: level 2, a half of the way; the new one: level 1 until `state` is met, then level 3, the whole way
  test('splits the change into what it did itself and what the evidence did', () => {
    const criteria = [base, harder, higher];
    const comparison = compareScorecards(cardOf(old), cardOf(fresh, criteria), cardOf(old, criteria));
    expect(comparison).toMatchObject({
      rubrics: { changed: true },
      percentToTarget: { total: 0.5, evidence: 1, rubric: -0.5 },
      cells: [
        {
          ...{ before: { level: 2 }, rebased: { level: 1 }, after: { level: 3 } },
          flips: [{ criterion: 'USE-2.b', before: 'not_met', after: 'met', why: 'new_evidence' }],
          rubricFlips: [
            { criterion: 'USE-2.b', before: null, after: 'not_met', why: 'rubric' },
            { criterion: 'USE-3.a', before: null, after: 'met', why: 'rubric' },
          ],
        },
      ],
    });
  });

  test('with another threshold flips a criterion although the evidence is the same', () => {
    const stricter = [{ ...base, test: { metric: 'uses', statistic: 'latest' as const, is: '>= 9' } }];
    const [move] = compareScorecards(cardOf(used), cardOf(used, stricter), cardOf(used, stricter)).cells;
    expect(move).toMatchObject({ flips: [], rubricFlips: [{ before: 'met', after: 'not_met', why: 'rubric' }] });
  });
});

describe('what somebody did to a capability is the reason where no criterion flipped', () => {
  test('no longer offered, and offered again', () => {
    const offered = cardOf({ ...used, ...settingsWith({ state: 'offered' }) });
    const withdrawn = cardOf({ ...used, ...settingsWith({ state: 'not_offered' }) });
    expect(compareScorecards(offered, withdrawn).cells).toMatchObject([
      { capabilityChange: 'no_longer_offered', before: { level: 2 }, after: { state: 'not_offered', level: null } },
    ]);
    expect(compareScorecards(withdrawn, offered).cells).toMatchObject([{ capabilityChange: 'offered' }]);
  });

  test('added and archived', () => {
    const data = cardOf(settingsWith({ key: 'data' }));
    expect(compareScorecards(cardOf({}), data).cells).toMatchObject([
      { capability: 'data', capabilityChange: 'added', before: null, after: { level: 1 } },
      { capability: 'builds', capabilityChange: 'archived', before: { level: 1 }, after: null },
    ]);
  });

  test('but a capability that lacks what must exist at all was not withdrawn', () => {
    const criteria = [base, buildCriterion('USE-1.a', { role: 'anchor' })];
    const answered = (answer: string) => ({ ...used, attestations: [buildAttestation('USE-1.a', { answer })] });
    const [move] = compareScorecards(cardOf(answered('yes'), criteria), cardOf(answered('no'), criteria)).cells;
    expect(move).toMatchObject({ capabilityChange: null, after: { state: 'not_offered' } });
    expect(move?.flips).toMatchObject([{ criterion: 'USE-1.a', before: 'met', after: 'not_met' }]);
  });
});

test('a cell whose level stands is named where its range, much of its coverage, or its target changed', () => {
  const four = ['a', 'b', 'c', 'd'].map((letter) => buildCriterion(`USE-2.${letter}`));
  const failed = (...ids: string[]) => ({ attestations: ids.map((id) => buildAttestation(id, { answer: 'no' })) });
  // level 1 stands; one failure of four takes level 2 out of reach, and a quarter is decided
  const one = cardOf(failed('USE-2.a'), four);
  expect(compareScorecards(cardOf({}, four), one).cells).toMatchObject([
    { kind: 'range', before: { high: 2, coverage: 0 }, after: { high: 1, coverage: 0.25 } },
  ]);
  expect(compareScorecards(one, cardOf(failed('USE-2.a', 'USE-2.b'), four)).cells).toMatchObject([{ kind: 'range' }]);
  const five = [...four, buildCriterion('USE-2.e')];
  const little = compareScorecards(cardOf(failed('USE-2.a'), five), cardOf(failed('USE-2.a', 'USE-2.b'), five));
  expect(little.cells).toEqual([]);
  const { settings } = settingsWith({});
  const aimed = cardOf({ settings: { ...settings, targets: [{ capability: 'builds', aspect: 'use', level: 4 }] } });
  expect(compareScorecards(cardOf({}), aimed).cells).toMatchObject([
    { kind: 'target', before: { target: 3 }, after: { target: 4 } },
  ]);
});

describe('laws', () => {
  const two = fc.tuple(arbitraryCase(ROLES), arbitraryCase(ROLES));

  test('under one rubric no level changes without a flip or a change of the capability', () => {
    fc.assert(
      fc.property(two, ([one, other]) => {
        const rubric = buildRubric(one.criteria);
        const [before, after] = [one, other].map(({ bundle }) => score(rubric, loadBundle(structuredClone(bundle))));
        if (before === undefined || after === undefined) return;
        const comparison = comparisonSchema.parse(compareScorecards(before, after));
        for (const move of comparison.cells.filter(({ kind }) => kind === 'level')) {
          expect(move.flips.length > 0 || move.capabilityChange !== null).toBe(true);
        }
      }),
    );
  });

  test('evidence and rubric add up to the whole change', () => {
    fc.assert(
      fc.property(two, ([one, other]) => {
        const [old, anew] = [buildRubric(one.criteria), buildRubric(other.criteria)];
        const loaded = loadBundle(structuredClone(one.bundle));
        const after = score(anew, loadBundle(structuredClone(other.bundle)));
        const { percentToTarget } = compareScorecards(score(old, loaded), after, score(anew, loaded));
        const { total, evidence, rubric } = percentToTarget;
        if (total === null) return;
        expect((evidence ?? 0) + (rubric ?? 0)).toBeCloseTo(total, 5);
      }),
    );
  });
});

/** Other levels, roles, caps and conditions of some criteria, and some that are gone. */
function revise(
  criteria: readonly Criterion[],
  changes: readonly { at: number; what: string; to: number }[],
): Criterion[] {
  return changes.reduce<Criterion[]>(
    (list, { at, what, to }) => {
      const one = list[at % list.length];
      const put = (other: Criterion) => list.map((each) => (each === one ? other : each));
      if (one === undefined) return list;
      const isGraded = one.role === 'required' || one.role === 'supporting';
      if (what === 'level' && isGraded) return put({ ...one, level: to });
      if (what === 'role' && isGraded)
        return put({ ...one, role: one.role === 'required' ? 'supporting' : 'required' });
      if (what === 'cap' && one.role === 'limiter') return put({ ...one, caps_at: to - 1 });
      if (what === 'applies') return put({ ...one, applies_to: { mandatory: true } });
      return what === 'gone' && list.length > 1 ? list.filter((each) => each !== one) : list;
    },
    [...criteria],
  );
}

test('no level changes without a reason, whatever a newer rubric asks otherwise', () => {
  const what = fc.constantFrom('level', 'role', 'cap', 'applies', 'gone');
  const change = fc.record({ at: fc.nat(13), what, to: fc.integer({ min: 2, max: 4 }) });
  let byRubric = 0;
  fc.assert(
    fc.property(arbitraryCase(ROLES), fc.array(change, { maxLength: 3 }), ({ criteria, bundle }, changes) => {
      const [old, anew] = [buildRubric(criteria), buildRubric(revise(criteria, changes))];
      if (old.sha256 === anew.sha256) return;
      const loaded = loadBundle(bundle);
      const after = score(anew, loaded);
      for (const cell of compareScorecards(score(old, loaded), after, after).cells) {
        if (cell.kind !== 'level') continue;
        byRubric++;
        expect(cell.rubricFlips).not.toEqual([]);
        expect(cell.flips).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  expect(byRubric).toBeGreaterThan(20);
});

test('where answers are added up, every answer that counts otherwise is told with both numbers', () => {
  const rubric = answersRubric();
  const card = (answers: Record<string, string>) => score(rubric, loadBundle(answered(answers)));
  const { cells } = compareScorecards(
    card({ 'USE-1.a': 'some', 'USE-1.b': 'most' }),
    card({ 'USE-1.a': 'half', 'USE-1.b': 'most' }),
  );
  // the mean of two parts: (0.25 + 1)/2 before, (0.5 + 1)/2 after
  expect(cells).toMatchObject([{ kind: 'level', before: { level: 0.625 }, after: { level: 0.75 } }]);
  expect(cells[0]?.flips).toEqual([
    {
      ...{ capability: 'builds', aspect: 'use', criterion: 'USE-1.a', why: 'new_evidence' },
      ...{ before: 'not_met', after: 'not_met', values: { before: 0.25, after: 0.5 } },
    },
  ]);
});
