import { describe, expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { effectBetween, goalOf, resultsByPlace, standingOf } from '#rubrics/scoring/effect.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import type { CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const rubric = buildRubric([buildCriterion('USE-2.a'), buildCriterion('USE-3.a', { scope: 'platform' })]);
// two capabilities, of weight 1 and 3; `builds` has level 2, of `data` nothing is known
const loaded = loadBundle(
  buildBundle({
    settings: {
      capabilities: [buildCapability(), buildCapability({ key: 'data', weight: 3 })],
      targets: [],
      minimumGroup: 5,
    },
    attestations: [buildAttestation('USE-2.a')],
  }),
);

describe('the difference between two scorecards', () => {
  test('is that of percent to target, and names the cells that move', () => {
    const before = score(rubric, loaded);
    const after = scoreAssuming(rubric, loaded, [
      { criterion: 'USE-2.a', capability: 'data', state: 'met' },
      { criterion: 'USE-2.a', capability: 'builds', state: 'not_met' },
    ]);
    // floor 1, target 3, weights 1 and 3: 8 steps. `data` gains 3 of them, `builds` loses 1
    expect(effectBetween(before, after)).toMatchObject({
      value: 0.25,
      // low: `data` could be at 1 before and is at 2 now (3), `builds` falls to 1 (−1); high: `builds` falls from 3 to 1 (−2)
      ...{ low: 0.25, high: -0.25 },
      cells: [
        { capability: 'builds', aspect: 'use', from: 2, to: 1 },
        { capability: 'data', aspect: 'use', from: 1, to: 2 },
      ],
    });
  });

  test('of a scorecard and itself is nothing', () => {
    const card = score(rubric, loaded);
    expect(effectBetween(card, card)).toEqual({ value: 0, low: 0, high: 0, cells: [] });
  });

  test('is unknown where nothing is to be reached', () => {
    const nothing = loadBundle(buildBundle({ settings: { capabilities: [], targets: [], minimumGroup: 5 } }));
    const card = score(rubric, nothing);
    expect(effectBetween(card, card)).toMatchObject({ value: null, low: null, high: null });
  });
});

test('results stand by criterion and capability, those of the platform once', () => {
  const results = resultsByPlace(score(rubric, loaded));
  expect([...results.keys()].map((key) => key.split('\u0000')).sort()).toEqual([
    ['USE-2.a', 'builds'],
    ['USE-2.a', 'data'],
    ['USE-3.a', ''],
  ]);
});

describe('how a criterion stands', () => {
  const result = (given: Partial<CriterionResult>): CriterionResult => ({
    ...{ id: 'USE-2.a', level: 2, role: 'required', inherited: false, state: 'met' },
    ...given,
  });
  test.each([
    [{ state: 'met' }, 'reached'],
    [{ state: 'not_met' }, 'missed'],
    [{ state: 'unknown', reason: 'stale' }, 'open'],
    [{ state: 'exempt', own: 'met' }, 'reached'],
    [{ state: 'exempt', own: 'not_met' }, 'missed'],
    [{ state: 'exempt', own: 'unknown' }, 'open'],
    [{ state: 'announced', own: 'met' }, null],
    [{ state: 'not_applicable' }, null],
    [{ role: 'limiter', state: 'met' }, 'missed'],
    [{ role: 'limiter', state: 'not_met' }, 'reached'],
    [{ role: 'limiter', state: 'not_met', stale: true }, 'open'],
  ] as const)('%j → %s', (given, standing) => {
    expect(standingOf(result(given))).toBe(standing);
  });

  test('one wants symptoms gone and everything else met', () => {
    expect((['required', 'supporting', 'anchor', 'limiter'] as const).map(goalOf)).toEqual([
      ...['met', 'met', 'met'],
      'not_met',
    ]);
  });
});
