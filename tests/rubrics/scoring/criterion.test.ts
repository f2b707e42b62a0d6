import { describe, expect, test } from 'vitest';
import type { Test } from '#rubrics/pack.ts';
import {
  buildAttestation,
  buildCapability,
  buildSeries,
  buildSurvey,
  daysBefore,
} from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric, rubricThatTests } from '#tests/support/build-rubric.ts';
import { scoreCellOn, stateOn, traceOn } from '#tests/support/score-one.ts';

const met: Test = { metric: 'uses', statistic: 'latest', is: '>= 1' };
const notMet: Test = { metric: 'uses', statistic: 'latest', is: '>= 100' };
const noData: Test = { metric: 'state', statistic: 'latest', is: '>= 1' };
const stale: Test = { survey: 'clear', statistic: 'favourable', is: '>= 50%' };
const waiting: Test = { attestation: 'yes' };
const evidence = {
  metrics: [buildSeries('uses', { 1: 5 })],
  surveys: [buildSurvey('clear', 20, 20, { observedAt: daysBefore(300) })],
  attestations: [buildAttestation('USE-2.a', { reviewedAt: null })],
};
const on = (test: Test) => stateOn(rubricThatTests(test), evidence);

describe('three-valued logic', () => {
  test('all: a child that is not met decides, an unknown one leaves it open', () => {
    expect(on({ all: [met, met] })).toBe('met');
    expect(on({ all: [noData, notMet] })).toBe('not_met');
    expect(on({ all: [met, noData] })).toBe('unknown: no_data');
  });

  test('any: a child that is met decides', () => {
    expect(on({ any: [noData, met] })).toBe('met');
    expect(on({ any: [notMet, notMet] })).toBe('not_met');
    expect(on({ any: [notMet, noData] })).toBe('unknown: no_data');
  });

  test('at least: enough met, or no longer enough possible, or open', () => {
    expect(on({ at_least: { count: 2, of: [met, notMet, met] } })).toBe('met');
    expect(on({ at_least: { count: 2, of: [met, notMet, notMet] } })).toBe('not_met');
    expect(on({ at_least: { count: 2, of: [met, notMet, noData] } })).toBe('unknown: no_data');
    expect(on({ at_least: { count: 3, of: [noData, notMet, noData] } })).toBe('not_met');
  });

  test('not: turns the decided ones round', () => {
    expect(on({ not: met })).toBe('not_met');
    expect(on({ not: notMet })).toBe('met');
    expect(on({ not: noData })).toBe('unknown: no_data');
  });

  test('the first reason of the list is the one to show', () => {
    expect(on({ all: [waiting, noData, stale] })).toBe('unknown: stale');
    expect(on({ any: [waiting, noData] })).toBe('unknown: no_data');
    expect(on({ all: [met, { any: [waiting, notMet] }] })).toBe('unknown: awaiting_review');
  });

  test('an explanation keeps the shape of the test', () => {
    const trace = traceOn(rubricThatTests({ at_least: { count: 1, of: [{ not: met }, noData] } }), evidence);
    expect(trace).toMatchObject({
      kind: 'at_least',
      count: 1,
      state: 'unknown',
      reason: 'no_data',
      children: [{ kind: 'not', state: 'not_met' }, { kind: 'metric' }],
    });
  });
});

describe('applies to', () => {
  const only = (consumption: 'requested' | 'implicit') => ({ applies_to: { consumption: [consumption] } });

  test('a child for other capabilities is dropped', () => {
    expect(on({ all: [met, { ...notMet, ...only('implicit') }] })).toBe('met');
    expect(on({ all: [met, { ...notMet, ...only('requested') }] })).toBe('not_met');
  });

  test('a criterion for other capabilities, or without a child left, does not apply', () => {
    expect(stateOn(rubricThatTests(met, only('implicit')), evidence)).toBe('not_applicable');
    expect(on({ any: [{ ...met, ...only('implicit') }] })).toBe('not_applicable');
    expect(stateOn(rubricThatTests(met, { applies_to: { capabilities: ['builds'], mandatory: true } }), evidence)).toBe(
      'not_applicable',
    );
  });

  test('a criterion of the platform has copies only where it applies', () => {
    const rubric = buildRubric([
      buildCriterion('USE-2.a', { test: met }),
      buildCriterion('USE-2.b', { scope: 'platform', test: waiting, applies_to: { mandatory: true } }),
    ]);
    const attestations = [buildAttestation('USE-2.b', { capability: null })];
    const capabilities = (mandatory: boolean) => ({
      capabilities: [buildCapability({ mandatory })],
      targets: [],
      minimumGroup: 5,
    });
    expect(scoreCellOn(rubric, { ...evidence, settings: capabilities(false) }).criteria.map((one) => one.id)).toEqual([
      'USE-2.a',
    ]);
    const copies = scoreCellOn(rubric, { attestations, settings: capabilities(true) }).criteria;
    expect(copies.find((one) => one.id === 'USE-2.b')).toMatchObject({ inherited: true, state: 'met' });
  });
});

describe('the states, in their precedence', () => {
  const approval = { criterion: 'USE-2.a', capability: 'builds', approvedAt: daysBefore(5), selfApproved: false };
  const exempt = { exemptions: [{ ...approval, expiresAt: daysBefore(-5) }] };
  const later = { effective_from: '2026-07-01' };

  test('not applicable, announced, exempt, then what evidence says', () => {
    expect(stateOn(rubricThatTests(notMet), { ...evidence, ...exempt })).toBe('exempt');
    expect(stateOn(rubricThatTests(notMet, later), { ...evidence, ...exempt })).toBe('announced');
    expect(stateOn(rubricThatTests(notMet, later), { ...evidence, ...exempt, notApplicable: [approval] })).toBe(
      'not_applicable',
    );
  });

  test('an exemption runs from its approval until it expires', () => {
    const during = (approvedAt: string, expiresAt: string) =>
      stateOn(rubricThatTests(met), { ...evidence, exemptions: [{ ...approval, approvedAt, expiresAt }] });
    expect(during(daysBefore(0), daysBefore(-1))).toBe('exempt');
    expect(during(daysBefore(2), daysBefore(0))).toBe('met');
    expect(during(daysBefore(-1), daysBefore(-2))).toBe('met');
  });

  test('a criterion comes into force at midnight UTC of its day', () => {
    const asOf = (time: string) => stateOn(rubricThatTests(met, later), { ...evidence, asOf: time });
    expect(asOf('2026-06-30T23:59:59.999Z')).toBe('announced');
    expect(asOf('2026-07-01T00:00:00.000Z')).toBe('met');
  });

  test('exempt and announced keep what their own test says', () => {
    const of = (changes: object) =>
      scoreCellOn(rubricThatTests(noData, changes), { ...evidence, ...exempt }).criteria[0];
    expect(of({})).toMatchObject({ state: 'exempt', own: 'unknown', reason: 'no_data' });
    expect(of(later)).toMatchObject({ state: 'announced', own: 'unknown', reason: 'no_data' });
  });

  test('a platform criterion is exempt for the platform only', () => {
    const rubric = rubricThatTests({ ...noData }, { scope: 'platform' });
    expect(stateOn(rubric, exempt)).toBe('unknown: no_data');
    const forPlatform = exempt.exemptions.map((one) => ({ ...one, capability: null }));
    expect(stateOn(rubric, { exemptions: forPlatform })).toBe('exempt: no_data');
  });
});
