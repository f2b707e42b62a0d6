import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { STATE_CODES } from '#rubrics/scoring/codes.ts';
import { flips, flipsOfStates } from '#rubrics/scoring/flips.ts';
import { planFor } from '#rubrics/scoring/plan.ts';
import { score, scoreCells } from '#rubrics/scoring/score.ts';
import { buildBundle, buildCapability, buildSeries, daysBefore } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const base = buildCriterion('USE-2.a', { test: { metric: 'uses', statistic: 'latest', is: '>= 3' } });
const used = { metrics: [buildSeries('uses', { 1: 5 })] };
const cardOf = (evidence: Partial<Bundle>, criteria: Criterion[] = [base]) =>
  score(buildRubric(criteria), loadBundle(buildBundle(evidence)));
const approval = { criterion: 'USE-2.a', capability: 'builds', approvedAt: daysBefore(5), selfApproved: false };
const exempt = { exemptions: [{ ...approval, expiresAt: daysBefore(-5) }] };

describe('what flipped, and why', () => {
  const before = cardOf(used);
  test.each([
    ['new evidence', { metrics: [buildSeries('uses', { 0: 1 })] }, 'not_met', 'new_evidence'],
    ['evidence that grew old', { metrics: [buildSeries('uses', { 200: 5 })] }, 'unknown', 'stale_or_expired'],
    [
      'a broken source',
      { sourceErrors: [{ metric: 'uses', capability: null, since: daysBefore(1), message: 'refused' }] },
      'unknown',
      'source_broken',
    ],
    ['an exemption', { ...used, ...exempt }, 'exempt', 'exemption'],
    ['applicability', { ...used, notApplicable: [approval] }, 'not_applicable', 'applicability'],
  ] satisfies [string, Partial<Bundle>, string, string][])('%s', (_name, evidence, after, why) => {
    expect(flips(before, cardOf(evidence))).toEqual([
      { capability: 'builds', aspect: 'use', criterion: 'USE-2.a', before: 'met', after, why },
    ]);
  });

  test('a criterion of the platform that comes to apply to a capability, or no longer does', () => {
    const shared = buildCriterion('USE-2.a', { scope: 'platform', applies_to: { mandatory: true } });
    const cardWhere = (mandatory: boolean) =>
      cardOf({ settings: { capabilities: [buildCapability({ mandatory })], targets: [], minimumGroup: 5 } }, [shared]);
    const flip = { criterion: 'USE-2.a', why: 'applicability' };
    expect(flips(cardWhere(true), cardWhere(false))).toMatchObject([{ ...flip, before: 'unknown', after: null }]);
    expect(flips(cardWhere(false), cardWhere(true))).toMatchObject([{ ...flip, before: null, after: 'unknown' }]);
  });

  test('a criterion that is in one rubric only', () => {
    const more = buildCriterion('USE-3.a', { test: base.test });
    expect(flips(before, cardOf(used, [base, more]))).toMatchObject([
      { criterion: 'USE-3.a', before: null, after: 'met', why: 'rubric' },
    ]);
  });

  test('a criterion under another id is one criterion', () => {
    const stricter = buildCriterion('USE-2.x', { test: { metric: 'uses', statistic: 'latest', is: '>= 9' } });
    const renamed = new Map([['USE-2.a', 'USE-2.x']]);
    expect(flips(before, cardOf(used, [stricter]), renamed)).toMatchObject([
      { criterion: 'USE-2.x', formerly: 'USE-2.a', before: 'met', after: 'not_met' },
    ]);
    expect(flips(before, cardOf(used, [{ ...stricter, test: base.test }]), renamed)).toEqual([]);
    expect(flips(before, cardOf(used, [buildCriterion('USE-3.a', { test: base.test })]), renamed)).toMatchObject([
      { criterion: 'USE-2.a', before: 'met', after: null },
      { criterion: 'USE-3.a', before: null, after: 'met' },
    ]);
  });

  test('nothing, where only a value moved', () => {
    expect(flips(before, cardOf({ metrics: [buildSeries('uses', { 0: 9 })] }))).toEqual([]);
  });
});

describe('what flipped, from states alone', () => {
  const rubric = loadRubric(`${packsFolder()}/cncf-platform`);
  const { pack } = rubric.pack;
  const capabilities = pack.capabilities.slice(0, 4).map(({ key, consumption, mandatory }) => ({
    ...buildCapability({ key, consumption, mandatory }),
  }));
  const settings = { capabilities, targets: [], minimumGroup: 5 };
  const plan = planFor(rubric, { settings, settingsKey: JSON.stringify(settings) });
  const size = plan.tests.length;
  const cardOf = (states: Uint8Array) => ({
    rubric: { id: rubric.id, version: rubric.version, sha256: rubric.sha256 },
    ...scoreCells(rubric, { claims: new Map() }, { plan, decided: { states, kinds: new Uint8Array(size) } }),
  });

  test('is what comparing the cells tells, for any states and however many of them change', () => {
    const code = fc.integer({ min: 0, max: STATE_CODES - 1 });
    const states = fc.array(code, { minLength: size, maxLength: size });
    const turns = fc.array(fc.tuple(fc.nat({ max: size - 1 }), code), { maxLength: 40 });
    fc.assert(
      fc.property(states, turns, (given, changes) => {
        const before = Uint8Array.from(given);
        const after = before.slice();
        for (const [test, now] of changes) after[test] = now;
        const told = flipsOfStates(plan.cells, before, after);
        expect(told).toEqual(flips(cardOf(before), cardOf(after)));
        expect(told.every((flip) => flip.before !== flip.after)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
