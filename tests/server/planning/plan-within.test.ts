import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { planProgram } from '#rubrics/scoring/plan-program.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { budgetPlanSchema } from '#server/planning/budget-plan.ts';
import { type PlanRequest, planWithin } from '#server/planning/plan-within.ts';
import { type AnswersCase, arbitraryAnswers } from '#tests/support/arbitrary-answers.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { answered, answersRubric, question } from '#tests/support/build-answers-pack.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const ASKED: PlanRequest = { budget: 10, must: [], never: [], unestimated: 'median', limitSeconds: 20 };

function plan(
  rubric: Rubric,
  bundle: Bundle,
  { efforts = {}, ...request }: Partial<PlanRequest> & { efforts?: Record<string, number> },
) {
  const loaded = loadBundle(bundle);
  const places = rubric.criteria.flatMap(({ source: { id, effort }, ofPlatform }) =>
    (ofPlatform ? [null] : bundle.settings.capabilities.map(({ key }) => key)).map((capability) => {
      const name = capability === null ? id : `${id}/${capability}`;
      return [keyOf(id, capability), efforts[name] ?? effort ?? null] as const;
    }),
  );
  return planWithin({ rubric, loaded, scorecard: score(rubric, loaded) }, new Map(places), { ...ASKED, ...request });
}

const capability = (key: string, owner: string | null = null) => buildCapability({ key, name: key, owner });
const withCapabilities = (...capabilities: ReturnType<typeof capability>[]) =>
  buildBundle({ settings: { capabilities, targets: [], minimumGroup: 5 } });

/** Level 2 asks for one thing of the platform and one of each capability, level 3 for one more; target 3. */
const RUBRIC = buildRubric([
  buildCriterion('USE-2.a', { scope: 'platform', effort: 6 }),
  buildCriterion('USE-2.b', { effort: 2 }),
  buildCriterion('USE-3.a', { effort: 5, needs: ['USE-3.b'] }),
  buildCriterion('USE-3.b', { effort: 1, role: 'supporting' }),
]);

describe('a plan', () => {
  test('says what to do in which order, what it reaches, and who has how much of it', async () => {
    const bundle = withCapabilities(capability('builds', 'devex'), capability('data'));
    // 4 levels to gain: 6 + 2 + 2 for both cells at level 2, 6 more (5 and the 1 it needs) for one of them at level 3
    const made = await plan(RUBRIC, bundle, { budget: 17 });
    expect(made).toMatchObject({ budget: 17, days: 16, isBest: true, gain: 0.75, bound: 0.75 });
    expect(made.percentToTarget).toMatchObject({ before: { value: 0 }, after: { value: 0.75 } });
    // alone the first cell costs 8 days for one level, or 14 for two: 1/8 is less than 2/14
    expect(made.stages.map(({ days, percentToTarget }) => [days, percentToTarget])).toEqual([
      [14, 0.5],
      [16, 0.75],
    ]);
    expect(
      made.stages.map(({ work }) => work.map((one) => `${one.criterion} ${one.capability ?? 'all'} ${one.days}`)),
    ).toEqual([['USE-2.a all 6', 'USE-2.b builds 2', 'USE-3.b builds 1', 'USE-3.a builds 5'], ['USE-2.b data 2']]);
    expect(made.cells).toEqual([
      { capability: 'builds', aspect: 'use', from: 1, to: 3, target: 3 },
      { capability: 'data', aspect: 'use', from: 1, to: 2, target: 3 },
    ]);
    expect(made.owners).toEqual([
      { team: null, days: 8, work: 2 },
      { team: 'devex', days: 8, work: 3 },
    ]);
    expect(made.possible).toEqual({ percentToTarget: 1, days: 22 });
  });

  test('for nothing is empty, and reaches what there is', async () => {
    const made = await plan(RUBRIC, withCapabilities(capability('builds')), { budget: 0 });
    expect(made).toMatchObject({ days: 0, stages: [], cells: [], owners: [], isBest: true, gain: 0, bound: 0 });
    expect(made.percentToTarget.after).toEqual(made.percentToTarget.before);
  });

  test('counts what nobody has estimated as the median of the rubric, or leaves it out', async () => {
    const rubric = buildRubric([
      buildCriterion('USE-2.a', { effort: 1 }),
      buildCriterion('USE-2.b', { effort: 9 }),
      buildCriterion('USE-2.c', { effort: 4 }),
      buildCriterion('USE-2.d'),
    ]);
    const bundle = withCapabilities(capability('builds'));
    const unestimated = [{ criterion: 'USE-2.d', capability: 'builds' }];
    // 1 + 9 + 4, and 4 for the one that nobody has estimated
    const median = await plan(rubric, bundle, { budget: 18 });
    expect(median).toMatchObject({ days: 18, unestimated, medianDays: 4 });
    expect(median.stages[0]?.work.map(({ criterion, isMedian }) => [criterion, isMedian])).toContainEqual([
      'USE-2.d',
      true,
    ]);
    const without = await plan(rubric, bundle, { budget: 18, unestimated: 'leave_out' });
    expect(without).toMatchObject({ days: 0, stages: [], unestimated, medianDays: null });
    expect(without.possible).toEqual({ percentToTarget: 0, days: 0 });
    // an estimate of one's own goes before all that
    const own = await plan(rubric, bundle, {
      budget: 18,
      unestimated: 'leave_out',
      efforts: { 'USE-2.d/builds': 0.25 },
    });
    expect(own).toMatchObject({ days: 14.25, unestimated: [] });
  });

  test('keeps to what must be in it with everything that needs, and sets apart what needs no work', async () => {
    const bundle = {
      ...withCapabilities(capability('builds'), capability('data')),
      attestations: [buildAttestation('USE-2.b', { capability: 'data' })],
    };
    const must = [
      { criterion: 'USE-3.a', capability: 'data' },
      { criterion: 'USE-2.b', capability: 'data' },
    ];
    const made = await plan(RUBRIC, bundle, { budget: 6, must });
    expect(made).toMatchObject({ days: 6, gain: 0, needless: [{ criterion: 'USE-2.b', capability: 'data' }] });
    expect(made.stages.flatMap(({ work }) => work.map(({ criterion, isWanted }) => [criterion, isWanted]))).toEqual([
      ['USE-3.b', true],
      ['USE-3.a', true],
    ]);
    const never = [{ criterion: 'USE-2.a', capability: null }];
    expect(await plan(RUBRIC, bundle, { budget: 100, never })).toMatchObject({ days: 0, gain: 0 });
  });

  test.each([
    [{ must: [{ criterion: 'USE-9.z', capability: null }] }, 'There is no criterion "USE-9.z"'],
    [{ never: [{ criterion: 'USE-3.a', capability: 'nothing' }] }, 'There is no capability "nothing".'],
    [{ must: [{ criterion: 'USE-3.a', capability: null }] }, 'USE-3.a is about one capability. Say which.'],
    [{ must: [{ criterion: 'USE-2.a', capability: 'builds' }] }, 'USE-2.a is about the whole platform.'],
    [
      {
        must: [{ criterion: 'USE-3.a', capability: 'builds' }],
        never: [{ criterion: 'USE-3.b', capability: 'builds' }],
      },
      'USE-3.a for builds must be in the plan and needs USE-3.b for builds, which must not be.',
    ],
    [
      { must: [{ criterion: 'USE-2.a', capability: null }], never: [{ criterion: 'USE-2.a', capability: null }] },
      'USE-2.a must be in the plan and must not be.',
    ],
    [{ must: [{ criterion: 'USE-2.a', capability: null }], budget: 5.5 }, 'takes 6 person-days; the budget is 5.5.'],
  ])('is refused where no plan can be: %o', async (request, message) => {
    await expect(plan(RUBRIC, withCapabilities(capability('builds')), request)).rejects.toThrow(message);
  });

  test('is refused where what must be in it has no estimate and is to be left out', async () => {
    const rubric = buildRubric([buildCriterion('USE-2.a')]);
    const must = [{ criterion: 'USE-2.a', capability: 'builds' }];
    const made = plan(rubric, withCapabilities(capability('builds')), { must, unestimated: 'leave_out' });
    await expect(made).rejects.toThrow('Nobody has estimated USE-2.a for builds');
  });
});

const arbitraryPlan = fc.record({
  situation: fc.oneof(arbitraryCase(ROLES), arbitraryWideCase),
  efforts: fc.array(fc.option(fc.integer({ min: 1, max: 40 })), { minLength: 9, maxLength: 9 }),
  budget: fc.integer({ min: 0, max: 60 }),
});

test('whatever the evidence: what a plan promises is what the engine scores when it is done, stage by stage', async () => {
  let lifting = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryPlan, async ({ situation: { criteria, bundle }, efforts, budget }) => {
      const estimated = criteria.map((one: Criterion, i) => {
        const effort = efforts[i];
        return effort === null || effort === undefined ? one : { ...one, effort: effort / 4 };
      });
      const made = await plan(buildRubric(estimated), bundle, { budget });
      const { before, after } = made.percentToTarget;
      expect(made.days).toBeLessThanOrEqual(budget);
      expect((after.value ?? 0) - (before.value ?? 0)).toBeCloseTo(made.gain, 5);
      expect(made.stages.at(-1)?.percentToTarget ?? before.value).toBeCloseTo(after.value ?? 0, 5);
      expect(made.stages.at(-1)?.days ?? 0).toBe(made.days);
      // no level falls, and none is promised above its target without being reached on the way there
      for (const { from, to } of made.cells) expect(to ?? 0).toBeGreaterThan(from ?? 0);
      if (made.gain > 0) lifting++;
    }),
    { numRuns: 300 },
  );
  expect(lifting).toBeGreaterThan(30);
});

describe('where answers are added up', () => {
  const rubric = answersRubric({}, [
    question('USE-1.a', { effort: 2 }),
    question('USE-2.a', { effort: 9 }),
    question('USE-1.b', { effort: 3 }),
    question('USE-2.b', { effort: 4 }),
    question('USE-3.b', { effort: 1 }),
  ]);

  test('a plan says what each cell comes to, and reads what lifts one cell as one', async () => {
    // short of the target by 0.75, 1, 0.5 and 1, of 4; 9 days buy A1 (2) and B2 (4) and B1 (3), not A2 (9); nobody aims at B3
    const made = await plan(rubric, answered({ 'USE-1.a': 'some', 'USE-1.b': 'half' }), { budget: 9 });
    expect(made).toMatchObject({ days: 9, isBest: true, gain: 0.5625 });
    // 1.75 of 4 short of nothing: 1 − 3.25/4, then 1 − 1/4
    expect(made.percentToTarget).toMatchObject({ before: { value: 0.1875 }, after: { value: 0.75 } });
    // A1 pays 0.375 a day, B2 0.25 and B1 a sixth
    expect(made.stages).toHaveLength(1);
    expect(made.stages[0]?.work.map(({ criterion, kind }) => `${criterion} ${kind}`)).toEqual([
      'USE-1.a improve',
      'USE-2.b gather',
      'USE-1.b improve',
    ]);
    // A: 1, B: 1 + 1; half of both
    expect(made.stages[0]?.cells).toEqual([{ capability: 'builds', aspect: 'use', level: 1.5 }]);
    expect(made.cells).toEqual([{ capability: 'builds', aspect: 'use', from: 0.375, to: 1.5, target: 2 }]);
    expect(made.possible).toEqual({ percentToTarget: 1, days: 18 });
    expect(budgetPlanSchema.parse(made)).toEqual(made);
  });

  test('a plan is the best of all sets of answers that the engine scores, for no more person-days than needed', async () => {
    let lifting = 0;
    let needing = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers, fc.integer({ min: 0, max: 16 }), async (situation, budget) => {
        const made = await plan(situation.rubric, situation.bundle, { budget });
        const { value, days } = bruteForce(situation, budget);
        expect(made.isBest).toBe(true);
        expect(made.percentToTarget.after.value ?? 0).toBeCloseTo(value, 5);
        expect(made.days).toBeCloseTo(days, 9);
        expect(made.stages.at(-1)?.percentToTarget ?? made.percentToTarget.before.value ?? 0).toBeCloseTo(value, 5);
        const work = made.stages.flatMap((stage) => stage.work);
        if (made.gain > 0) lifting++;
        if (work.some(({ criterion }) => situation.rubric.pack.criteria.find(({ id }) => id === criterion)?.needs))
          needing++;
      }),
      { numRuns: 150 },
    );
    expect(lifting).toBeGreaterThan(50);
    expect(needing).toBeGreaterThan(10);
  });
});

/** Scores every set of open places that is closed under needs and fits: the best percent to target, and its fewest days. */
function bruteForce({ rubric, bundle }: AnswersCase, budget: number): { value: number; days: number } {
  const loaded = loadBundle(bundle);
  const card = score(rubric, loaded);
  const { places } = planProgram(rubric, card, bundle.settings.capabilities);
  const efforts = rubric.pack.criteria.flatMap(({ effort }) => effort ?? []).toSorted((a, b) => a - b);
  // what nobody has estimated counts as the lower median
  const median = efforts[Math.floor((efforts.length - 1) / 2)];
  const days = places.map(({ criterion }) => rubric.pack.criteria.find(({ id }) => id === criterion)?.effort ?? median);
  let best = { value: card.percentToTarget.value ?? 0, days: 0 };
  for (let bits = 1; bits < 2 ** places.length; bits++) {
    const chosen = places.filter((_, i) => bits & (1 << i));
    if (chosen.some(({ withNeeds }) => withNeeds.some((n) => !(bits & (1 << n))))) continue;
    if (days.some((one, i) => bits & (1 << i) && one === undefined)) continue;
    const cost = days.reduce<number>((sum, one, i) => sum + (bits & (1 << i) ? (one ?? 0) : 0), 0);
    if (cost > budget) continue;
    const assumed = chosen.map(({ criterion, capability }) => ({ criterion, capability, state: 'met' as const }));
    const value = scoreAssuming(rubric, loaded, assumed).percentToTarget.value ?? 0;
    if (value > best.value + 1e-6 || (value > best.value - 1e-6 && cost < best.days)) best = { value, days: cost };
  }
  return best;
}
