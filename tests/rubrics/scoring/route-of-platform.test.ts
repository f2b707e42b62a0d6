import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { routeOfPlatform } from '#rubrics/scoring/route-of-platform.ts';
import { asDone, placeKeyOf } from '#rubrics/scoring/route-steps.ts';
import { routeToTarget } from '#rubrics/scoring/route-to-target.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

// three cells with the target 3: six levels to climb. Once done, the criterion of the platform lifts the two that lack nothing else
const criteria = [
  buildCriterion('USE-2.a', { scope: 'platform' }),
  buildCriterion('USE-2.b'),
  buildCriterion('USE-3.a'),
];
const settings = {
  capabilities: ['builds', 'data', 'secrets'].map((key) => buildCapability({ key })),
  targets: [],
  minimumGroup: 5,
};
const attestations = ['builds', 'data'].map((capability) => buildAttestation('USE-2.b', { capability }));
const DAYS: [criterion: string, capability: string | null, days: number][] = [
  ['USE-2.a', null, 10],
  ['USE-2.b', 'secrets', 8],
  ['USE-3.a', 'builds', 2],
  ['USE-3.a', 'data', 30],
];
const efforts = new Map(DAYS.map(([criterion, capability, days]) => [keyOf(criterion, capability), days]));

test('the whole way goes where a day brings most, and asks for nothing twice', () => {
  const base = makeBase(buildRubric(criteria), loadBundle(buildBundle({ settings, attestations })));
  const stages = routeOfPlatform({ base, whatIf: openWhatIf(base), efforts });
  expect(stages.map(({ capability, from, to, steps, effort }) => [capability, from, to, steps.length, effort])).toEqual(
    [
      // 10 days lift two cells (5 a level): better than 18 days for three (6)
      ['builds', 1, 2, 1, { days: 10, unknown: 0 }],
      // 2 days, then 8 (the platform's criterion is done), then 8, the lower middle of 2, 8, 10 and 30, where nobody has said
      ['builds', 2, 3, 1, { days: 2, unknown: 0 }],
      ['secrets', 1, 2, 1, { days: 8, unknown: 0 }],
      ['secrets', 2, 3, 1, { days: 0, unknown: 1 }],
      ['data', 2, 3, 1, { days: 30, unknown: 0 }],
    ],
  );
  expect(stages[0]?.lifts).toEqual([{ capability: 'data', aspect: 'use', from: 1, to: 2 }]);
  expect(stages.map(({ percentToTarget }) => percentToTarget)).toEqual([0.333333, 0.5, 0.666667, 0.833333, 1]);
});

test('the whole way ends where every cell is at its target or has an obstacle, and the engine agrees at each stage', () => {
  fc.assert(
    fc.property(arbitraryCase(ROLES), ({ criteria: random, bundle }) => {
      const [rubric, loaded] = [buildRubric(random), loadBundle(bundle)];
      const base = makeBase(rubric, loaded);
      const whatIf = openWhatIf(base);
      const stages = routeOfPlatform({ base, whatIf, efforts });
      const done = stages.flatMap(({ steps }) => steps);
      expect(new Set(done.map(placeKeyOf)).size).toBe(done.length);
      for (const [i, stage] of stages.entries()) {
        const so = stages.slice(0, i + 1).flatMap(({ steps }) => steps.map(asDone));
        expect(scoreAssuming(rubric, loaded, so).percentToTarget.value).toBe(stage.percentToTarget);
      }
      const end = openWhatIf(base).assume(done.map(asDone));
      for (const [i, cell] of end.cells.entries()) {
        const route = routeToTarget({ base, whatIf, efforts }, cell);
        const goal = route?.obstacle === null ? cell.target : 0;
        const applies = whatIf.now.cells[i]?.state !== 'not_applicable';
        if (applies) expect(cell.level ?? 0).toBeGreaterThanOrEqual(goal);
      }
    }),
    { numRuns: 120 },
  );
});
