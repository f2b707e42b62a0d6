import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Criterion, Test } from '#rubrics/pack.ts';
import {
  buildAttestation,
  buildCapability,
  buildSeries,
  buildSurvey,
  daysBefore,
} from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';
import { scoreCellOn } from '#tests/support/score-one.ts';

const metric: Test = { metric: 'uses', statistic: 'latest', is: '>= 3' };
const survey: Test = { survey: 'clear', statistic: 'favourable', is: '>= 75%' };
const used = buildSeries('uses', { 1: 5 });
const liked = buildSurvey('clear', 20, 20);
const cellOf = (criteria: Criterion[], evidence: Partial<Bundle>) => scoreCellOn(buildRubric(criteria), evidence);
const settings = (changes: Parameters<typeof buildCapability>[0], targets: Bundle['settings']['targets'] = []) => ({
  capabilities: [buildCapability(changes)],
  targets,
  minimumGroup: 5,
});

describe('limiters', () => {
  const symptom = (changes: Partial<Criterion> = {}) =>
    buildCriterion('USE-1.z', {
      role: 'limiter',
      caps_at: 1,
      test: { metric: 'failed', statistic: 'sum', is: '>= 10', window: '30d' },
      ...changes,
    });
  const base = buildCriterion('USE-2.a', { test: metric });
  const on = (failures: Record<number, number>, more: Partial<Bundle> = {}, changes: Partial<Criterion> = {}) =>
    cellOf([base, symptom(changes)], { metrics: [used, buildSeries('failed', failures)], ...more });

  test('a fresh symptom holds the level, both ends of the range included', () => {
    expect(on({ 5: 12 })).toMatchObject({ level: 1, low: 1, high: 1, heldBy: ['USE-1.z'] });
    expect(on({ 5: 2 })).toMatchObject({ level: 2, low: 2, high: 2, heldBy: [] });
  });

  test('an old symptom keeps its tested state, is marked stale, and opens the range', () => {
    const held = on({ 200: 12 });
    expect(held).toMatchObject({ level: 1, low: 1, high: 2, heldBy: ['USE-1.z'], unchecked: [] });
    expect(held.criteria.find((one) => one.id === 'USE-1.z')).toMatchObject({ state: 'met', stale: true });
    expect(on({ 200: 2 })).toMatchObject({ level: 2, low: 1, high: 2, heldBy: [] });
  });

  test('the newest decidable window counts, not an older and worse one', () => {
    expect(on({ 200: 12, 150: 1 })).toMatchObject({ level: 2, low: 1, high: 2 });
  });

  test('an exempt symptom is inactive, and the level without the exemption is kept', () => {
    const exemptions = [
      {
        criterion: 'USE-1.z',
        capability: 'builds',
        approvedAt: daysBefore(5),
        expiresAt: daysBefore(-5),
        selfApproved: false,
      },
    ];
    expect(on({ 5: 12 }, { exemptions })).toMatchObject({
      level: 2,
      low: 2,
      high: 2,
      levelWithoutExemptions: 1,
      heldBy: [],
    });
  });

  test('an announced symptom does nothing', () => {
    expect(on({ 5: 12 }, {}, { effective_from: '2027-01-01' })).toMatchObject({
      level: 2,
      low: 2,
      high: 2,
      levelWithoutExemptions: 2,
    });
  });

  test('an old answer or survey is tested too', () => {
    const attested = [buildAttestation('USE-1.z', { answeredAt: daysBefore(900) })];
    expect(
      cellOf([base, symptom({ test: { attestation: 'yes' } })], { metrics: [used], attestations: attested }),
    ).toMatchObject({ level: 1, high: 2 });
    const disliked: Test = { survey: 'clear', statistic: 'favourable', is: '<= 50%' };
    const surveys = [
      buildSurvey('clear', 2, 20, { observedAt: daysBefore(300) }),
      buildSurvey('clear', 2, 3, { n: null, counts: null, cycle: 'later' }),
    ];
    expect(cellOf([base, symptom({ test: disliked })], { metrics: [used], surveys })).toMatchObject({
      level: 1,
      high: 2,
    });
  });

  test('an unchecked symptom keeps confidence at medium', () => {
    const both = [base, buildCriterion('USE-2.b', { test: survey })];
    const evidence = { metrics: [used], surveys: [liked] };
    expect(cellOf(both, evidence).confidence).toBe('high');
    expect(cellOf([...both, symptom()], evidence)).toMatchObject({ confidence: 'medium', unchecked: ['USE-1.z'] });
  });
});

describe('anchors', () => {
  const anchor = buildCriterion('USE-1.a', { role: 'anchor', test: { attestation: 'yes' } });
  const base = buildCriterion('USE-2.a', { test: metric });

  test('an exempt anchor passes; without the exemption nothing is offered', () => {
    const exemptions = [
      {
        criterion: 'USE-1.a',
        capability: 'builds',
        approvedAt: daysBefore(5),
        expiresAt: daysBefore(-5),
        selfApproved: false,
      },
    ];
    const attestations = [buildAttestation('USE-1.a', { answer: 'no' })];
    expect(cellOf([anchor, base], { metrics: [used], attestations })).toMatchObject({
      state: 'not_offered',
      level: null,
    });
    expect(cellOf([anchor, base], { metrics: [used], attestations, exemptions })).toMatchObject({
      state: 'scored',
      level: 2,
      levelWithoutExemptions: null,
    });
  });

  test('an announced anchor does nothing', () => {
    expect(cellOf([{ ...anchor, effective_from: '2027-01-01' }, base], { metrics: [used] })).toMatchObject({
      level: 2,
      low: 2,
    });
  });

  test('a capability that is not offered has no level', () => {
    const cell = cellOf([base], { metrics: [used], settings: settings({ state: 'not_offered' }) });
    expect(cell).toMatchObject({ state: 'not_offered', level: null, low: null, high: null });
  });
});

describe('targets', () => {
  const base = buildCriterion('USE-2.a', { test: metric });
  test('the cell’s own, else that of a mandatory capability, else the default', () => {
    expect(cellOf([base], {}).target).toBe(3);
    expect(cellOf([base], { settings: settings({ mandatory: true }) }).target).toBe(2);
    expect(
      cellOf([base], { settings: settings({ mandatory: true }, [{ capability: 'builds', aspect: 'use', level: 4 }]) })
        .target,
    ).toBe(4);
  });
});

describe('confidence', () => {
  const attested = buildCriterion('USE-2.b', { test: { attestation: 'yes' } });
  const measured = buildCriterion('USE-2.a', { test: metric });
  const answer = buildAttestation('USE-2.b');

  test('is high with two kinds and no required criterion on attestation alone', () => {
    const mixed: Test = { all: [{ attestation: 'yes' }, metric] };
    const cell = cellOf([measured, { ...attested, test: mixed }], { metrics: [used], attestations: [answer] });
    expect(cell.confidence).toBe('high');
  });

  test('is medium with one of the two, low with neither, null without evidence', () => {
    expect(cellOf([measured, attested], { metrics: [used], attestations: [answer] }).confidence).toBe('medium');
    expect(cellOf([measured], { metrics: [used] }).confidence).toBe('medium');
    expect(cellOf([attested], { attestations: [answer] }).confidence).toBe('low');
    expect(cellOf([measured, attested], {}).confidence).toBeNull();
  });

  test('counts only the kinds that decide', () => {
    // the metric alone is not met; the attestation beside it decides nothing
    const both: Test = { all: [{ attestation: 'yes' }, { metric: 'uses', statistic: 'latest', is: '>= 99' }] };
    const cell = cellOf([{ ...attested, test: both }], { metrics: [used], attestations: [answer] });
    expect(cell).toMatchObject({ level: 1, confidence: 'medium' });
  });

  test('is low where somebody approved their own answer', () => {
    const cell = cellOf([measured, attested], { metrics: [used], attestations: [{ ...answer, selfApproved: true }] });
    expect(cell.confidence).toBe('low');
  });
});

describe('supporting criteria', () => {
  test('add to progress and coverage at half the weight, and never block', () => {
    const criteria = [
      buildCriterion('USE-2.a', { test: metric }),
      buildCriterion('USE-3.a', { test: { attestation: 'yes' } }),
      buildCriterion('USE-3.b', { test: metric, role: 'supporting' }),
      buildCriterion('USE-2.b', { test: { metric: 'uses', statistic: 'latest', is: '>= 99' }, role: 'supporting' }),
    ];
    // to level 3: 1 of 2 + 1; decided of levels 2 and 3: 2 + 1 + 1 of 6
    expect(cellOf(criteria, { metrics: [used] })).toMatchObject({ level: 2, progress: 0.333333, coverage: 0.666667 });
  });
});

describe('claimed, felt and measured', () => {
  const criteria = [
    buildCriterion('USE-2.a', { test: metric }),
    buildCriterion('USE-2.b', { test: survey }),
    buildCriterion('USE-3.a', { test: { metric: 'uses', statistic: 'latest', is: '>= 5' } }),
    buildCriterion('USE-3.b', { test: { attestation: 'yes' } }),
    buildCriterion('USE-4.a', { test: survey }),
  ];

  test('are levels by one kind of evidence, up to the first level that has none of it', () => {
    const cell = cellOf(criteria, { metrics: [used], surveys: [buildSurvey('clear', 2, 20)] });
    expect(cell).toMatchObject({ level: 1, measured: 3, measuredCoverage: 1, felt: 1, feltCoverage: 1 });
    expect(cellOf(criteria, { surveys: [liked] })).toMatchObject({ felt: 2, measured: 1, measuredCoverage: 0 });
  });

  test('are null without a required criterion of that kind at the first level', () => {
    expect(cellOf(criteria.slice(2), { surveys: [liked], metrics: [used] })).toMatchObject({
      felt: null,
      measured: null,
      feltCoverage: null,
    });
  });

  test('a claim for the platform is inherited and may be overridden', () => {
    const platform = { aspect: 'use', capability: null, claimed: 2.5 };
    expect(cellOf(criteria, {}).claimed).toBeNull();
    expect(cellOf(criteria, { selfAssessment: [platform] })).toMatchObject({ claimed: 2.5, level: 1 });
    expect(
      cellOf(criteria, { selfAssessment: [platform, { ...platform, capability: 'builds', claimed: 4 }] }).claimed,
    ).toBe(4);
  });
});
