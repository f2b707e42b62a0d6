import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { routeOfPlatform } from '#rubrics/scoring/route-of-platform.ts';
import { asDone, STEP_KINDS } from '#rubrics/scoring/route-steps.ts';
import { routeToTarget, type StepEfforts } from '#rubrics/scoring/route-to-target.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const NO_EFFORTS: StepEfforts = new Map();

function routeIn(criteria: Criterion[], attestations: ReturnType<typeof buildAttestation>[], efforts = NO_EFFORTS) {
  const capabilities = ['builds', 'data'].map((key) => buildCapability({ key }));
  const loaded = loadBundle(buildBundle({ settings: { capabilities, targets: [], minimumGroup: 5 }, attestations }));
  const base = makeBase(buildRubric(criteria), loaded);
  return routeToTarget({ base, whatIf: openWhatIf(base), efforts }, { capability: 'builds', aspect: 'use' });
}

/** The route of a cell with a target of its own, and the whole way of the platform. */
function routeAimedAt(level: number, criteria: Criterion[], attestations: ReturnType<typeof buildAttestation>[]) {
  const targets = [{ capability: 'builds', aspect: 'use', level }];
  const settings = { capabilities: [buildCapability()], targets, minimumGroup: 5 };
  const base = makeBase(buildRubric(criteria), loadBundle(buildBundle({ settings, attestations })));
  const given = { base, whatIf: openWhatIf(base), efforts: NO_EFFORTS };
  return { route: routeToTarget(given, { capability: 'builds', aspect: 'use' }), stages: routeOfPlatform(given) };
}

const says = (criterion: string, answer: 'yes' | 'no', capability: string | null = 'builds') =>
  buildAttestation(criterion, { capability, answer });

// two cells with the target 3 and the floor 1: four levels to climb, each a quarter of the way
describe('the route of a cell to its target', () => {
  const criteria = [
    buildCriterion('USE-2.a'),
    buildCriterion('USE-2.b', { scope: 'platform' }),
    buildCriterion('USE-2.c'),
    buildCriterion('USE-3.a'),
    buildCriterion('USE-4.a'),
    buildCriterion('USE-3.b', { role: 'supporting' }),
    buildCriterion('USE-1.a', { level: 1, role: 'limiter', caps_at: 2 }),
  ];
  const evidence = [says('USE-2.a', 'yes'), says('USE-2.b', 'no', null), says('USE-1.a', 'yes'), says('USE-3.a', 'no')];

  test('names what to improve, what to find out and what to remove, level by level, and nothing beyond', () => {
    const route = routeIn(criteria, evidence, new Map([[keyOf('USE-3.a', 'builds'), 8]]));
    expect(route?.steps.map(({ criterion, kind, opens }) => [criterion, kind, opens])).toEqual([
      // counts in both cells, so it comes before what counts in one
      ['USE-2.b', 'improve', 2],
      ['USE-2.c', 'gather', 2],
      // of the two at level 3 the one with a known effort first
      ['USE-3.a', 'improve', 3],
      ['USE-1.a', 'remove', 3],
    ]);
    expect(route?.effort).toEqual({ days: 8, unknown: 3 });
  });

  test('says what each step brings when those before it are done', () => {
    const route = routeIn(criteria, evidence);
    expect(route?.steps.map(({ level, gain, percentToTarget }) => [level, gain, percentToTarget])).toEqual([
      [1, 0, 0],
      [2, 0.25, 0.25],
      [2, 0, 0.25],
      [3, 0.25, 0.5],
    ]);
    expect(route).toMatchObject({ level: 1, reaches: 3, target: 3, gain: 0.5, percentToTarget: 0.5, obstacle: null });
  });

  test('tells which other cells want the same step', () => {
    const route = routeIn(criteria, evidence);
    const shared = route?.steps.filter(({ alsoIn }) => alsoIn.length > 0);
    expect(shared?.map(({ criterion, capability, alsoIn }) => ({ criterion, capability, alsoIn }))).toEqual([
      { criterion: 'USE-2.b', capability: null, alsoIn: [{ capability: 'data', aspect: 'use' }] },
    ]);
  });

  test('is empty at the target, and honest where the rubric asks for nothing as high', () => {
    const two = [buildCriterion('USE-2.a')];
    // nothing is asked above level 2, so the target 3 stays out of reach
    expect(routeIn(two, [])).toMatchObject({ obstacle: 'unreachable', reaches: 2, gain: 0.25 });
    const three = [buildCriterion('USE-3.a')];
    expect(routeIn(three, [says('USE-3.a', 'yes')])).toMatchObject({ steps: [], obstacle: null, reaches: 3, gain: 0 });
  });

  test('goes through a level above the target where none stands between', () => {
    const route = routeIn([buildCriterion('USE-2.a'), buildCriterion('USE-4.a')], [says('USE-2.a', 'yes')]);
    expect(route).toMatchObject({ level: 2, reaches: 4, obstacle: null, steps: [{ criterion: 'USE-4.a', opens: 4 }] });
  });

  test('begins with what must exist at all', () => {
    const anchor = buildCriterion('USE-1.b', { level: 1, role: 'anchor' });
    const route = routeIn([anchor, buildCriterion('USE-2.a')], [says('USE-1.b', 'no')]);
    expect(route?.steps[0]).toMatchObject({ criterion: 'USE-1.b', kind: 'improve', opens: 1, level: 1 });
    expect(route).toMatchObject({ state: 'not_offered', level: null, reaches: 2 });
  });
});

test('a symptom that lets a cell come as far as its target is no part of the way', () => {
  // the target is 2, where the rubric asks nothing: 3 has to be met, and a symptom that caps at 2 may stay
  const limiter = buildCriterion('USE-1.a', { level: 1, role: 'limiter', caps_at: 2 });
  const found = routeAimedAt(2, [buildCriterion('USE-3.a'), limiter], [says('USE-1.a', 'yes')]);
  expect(found.route?.steps.map(({ criterion }) => criterion)).toEqual(['USE-3.a']);
  expect(found.route).toMatchObject({ reaches: 2, obstacle: null });
  expect(found.stages.flatMap(({ steps }) => steps.map(({ criterion }) => criterion))).toEqual(['USE-3.a']);
});

test('what aims at level 1 needs to be there, and nothing more', () => {
  const anchor = buildCriterion('USE-1.a', { level: 1, role: 'anchor' });
  const found = routeAimedAt(1, [buildCriterion('USE-2.a'), anchor], [says('USE-1.a', 'no')]);
  expect(found.route?.steps.map(({ criterion }) => criterion)).toEqual(['USE-1.a']);
  expect(found.route).toMatchObject({ reaches: 1, obstacle: null });
  expect(found.stages.flatMap(({ steps }) => steps.map(({ criterion }) => criterion))).toEqual(['USE-1.a']);
});

test('there is no route of a cell that is not there', () => {
  const base = makeBase(buildRubric([buildCriterion('USE-2.a')]), loadBundle(buildBundle()));
  const name = { capability: 'nowhere', aspect: 'use' };
  expect(routeToTarget({ base, whatIf: openWhatIf(base), efforts: NO_EFFORTS }, name)).toBeNull();
});

test('a capability that was withdrawn has no way back by criteria', () => {
  const settings = { capabilities: [buildCapability({ state: 'not_offered' })], targets: [], minimumGroup: 5 };
  const base = makeBase(buildRubric([buildCriterion('USE-2.a')]), loadBundle(buildBundle({ settings })));
  const name = { capability: 'builds', aspect: 'use' };
  const route = routeToTarget({ base, whatIf: openWhatIf(base), efforts: NO_EFFORTS }, name);
  expect(route).toMatchObject({ obstacle: 'withdrawn', steps: [] });
});

test('every route ends where the engine says, at the target unless there is an obstacle', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryCase(ROLES), arbitraryWideCase), ({ criteria, bundle }) => {
      const [rubric, loaded] = [buildRubric(criteria), loadBundle(bundle)];
      const base = makeBase(rubric, loaded);
      const whatIf = openWhatIf(base);
      for (const [i, cell] of score(rubric, loaded).cells.entries()) {
        const route = routeToTarget({ base, whatIf, efforts: NO_EFFORTS }, cell);
        if (route === null) throw new Error('There is no route.');
        const end = scoreAssuming(rubric, loaded, route.steps.map(asDone));
        expect(end.cells[i]?.level ?? null).toBe(route.reaches);
        expect(end.percentToTarget.value).toBe(route.percentToTarget);
        expect(route.steps.every(({ kind }) => STEP_KINDS.includes(kind))).toBe(true);
        const opens = route.steps.map((step) => step.opens);
        expect(opens).toEqual(opens.toSorted((a, b) => a - b));
        const isBelow = cell.state !== 'not_applicable' && (cell.level ?? 0) < cell.target;
        if (isBelow && route.obstacle === null) expect(route.reaches ?? 0).toBeGreaterThanOrEqual(cell.target);
        if (!isBelow) expect(route.steps).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('no step of a route is idle: without any one of them the cell stays below', () => {
  const aims = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(arbitraryCase(ROLES), aims, ({ criteria, bundle }, levels) => {
      const { capabilities } = bundle.settings;
      const targets = capabilities.map(({ key }, i) => ({ capability: key, aspect: 'use', level: levels[i] ?? 3 }));
      const loaded = loadBundle({ ...bundle, settings: { ...bundle.settings, targets } });
      const rubric = buildRubric(criteria);
      const base = makeBase(rubric, loaded);
      const whatIf = openWhatIf(base);
      for (const [i, cell] of whatIf.now.cells.entries()) {
        const route = routeToTarget({ base, whatIf, efforts: NO_EFFORTS }, cell);
        for (const left of route?.steps ?? []) {
          const others = route?.steps.filter((step) => step !== left) ?? [];
          const level = whatIf.assume(others.map(asDone)).cells[i]?.level ?? 0;
          expect(level).toBeLessThan(Math.min(route?.reaches ?? 0, route?.target ?? 0));
        }
      }
    }),
    { numRuns: 150 },
  );
});
