import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { progressToDate } from '#rubrics/scoring/roll-up.ts';
import { routeOfPlatform } from '#rubrics/scoring/route-of-platform.ts';
import { routeToTarget } from '#rubrics/scoring/route-to-target.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { isShort } from '#rubrics/scoring/short-of-target.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import {
  type Answer,
  aimedAt,
  answered,
  answersRubric,
  QUESTIONS,
  question,
} from '#tests/support/build-answers-pack.ts';
import { buildAttestation, buildBundle, buildCapability, daysBefore } from '#tests/support/build-bundle.ts';

const rubric = answersRubric();
/** Answers of the questions A1, A2, A3, B1, B2, B3. */
const giving = (...answers: Answer[]) => Object.fromEntries(answers.map((answer, i) => [QUESTIONS[i] ?? '', answer]));
/** Targets of the same. */
const aiming = (...targets: number[]) => aimedAt(Object.fromEntries(targets.map((t, i) => [QUESTIONS[i] ?? '', t])));
const cardOf = (answers: Record<string, string>, changes: Partial<Bundle> = {}) =>
  score(rubric, loadBundle(answered(answers, changes)));
const cellOf = (...given: Parameters<typeof cardOf>) => {
  const cell = cardOf(...given).cells[0];
  if (!cell) throw new Error('There is no cell.');
  return cell;
};

describe('the example that SAMM publishes for Secure Build comes out of a bundle', () => {
  const goal = aiming(1, 1, 0, 1, 0.5, 0);
  const baseline = cardOf(giving('some', 'no', 'no', 'most', 'no', 'no'), goal);
  const now = cardOf(giving('most', 'half', 'no', 'most', 'no', 'no'), goal);

  test('a stream is the sum of its answers, a practice the mean of its streams', () => {
    // (0.25 + 0 + 0 and 1 + 0 + 0) / 2; (1 + 0.5 + 0 and 1 + 0 + 0) / 2; the target (2 and 1.5) / 2
    expect(baseline.cells[0]).toMatchObject({ level: 0.625, low: 0.625, high: 0.625, target: 1.75 });
    expect(now.cells[0]).toMatchObject({ level: 1.25, target: 1.75, next: 2, progress: 0.25, position: 1.25 });
  });

  test('the gap is counted answer by answer', () => {
    // 1 − 2.25/3.5 and 1 − 1/3.5
    expect(baseline.percentToTarget).toEqual({ value: 0.357143, low: 0.357143, high: 0.357143 });
    expect(now.percentToTarget).toEqual({ value: 0.714286, low: 0.714286, high: 0.714286 });
  });

  test('progress to date is what of the planned way is gone', () => {
    expect(progressToDate(now, baseline, 0, () => 1)).toBe(0.555556); // 0.625/1.125
  });

  test('more than asked in one answer makes up for nothing in another', () => {
    // B2 and B3 are more than asked; the gap of A2 stays: 1 − 0.5/3.5
    const beyond = cardOf(giving('most', 'half', 'no', 'most', 'most', 'most'), goal);
    expect(beyond.percentToTarget.value).toBe(0.857143);
  });
});

test('the example for Secure Architecture: a question that does not apply counts nothing and asks for nothing', () => {
  const goal = aiming(1, 1, 0.5, 1, 0.5, 0.5);
  const notApplicable = [
    { criterion: 'USE-3.b', capability: 'builds', approvedAt: daysBefore(5), selfApproved: false },
  ];
  const baseline = cardOf(giving('half', 'some', 'no', 'some', 'no'), { ...goal, notApplicable });
  expect(baseline.cells[0]).toMatchObject({ level: 0.5, target: 2 });
  // 1 + 0.5 + 0.25 and 0.5 + 0.25: 1.25, half of the way from 0.5 to 2
  const now = cardOf(giving('most', 'half', 'some', 'half', 'some'), { ...goal, notApplicable });
  expect(now.cells[0]).toMatchObject({ level: 1.25, coverage: 1 });
  expect(progressToDate(now, baseline, 0, () => 1)).toBe(0.5);
});

describe('what is not known', () => {
  test('is null with a range, and never a no', () => {
    const cell = cellOf({ 'USE-1.a': 'half' });
    // known 0.5/2; at best (0.5 + 1 + 1 and 3)/2
    expect(cell).toMatchObject({ level: 0.25, low: 0.25, high: 2.75, coverage: 0.166667, confidence: 'low' });
    expect(cell.criteria.find(({ id }) => id === 'USE-1.b')).toMatchObject({
      state: 'unknown',
      value: null,
      target: 1,
    });
    expect(cell.criteria.find(({ id }) => id === 'USE-1.a')).toMatchObject({ state: 'not_met', value: 0.5 });
  });

  test('leaves everything open before the first answer', () => {
    expect(cellOf({})).toMatchObject({ level: 0, low: 0, high: 3, coverage: 0, confidence: null });
    expect(cardOf({}).percentToTarget).toEqual({ value: 0, low: 0, high: 1 });
  });

  test('an answer that nobody has reviewed is not known yet, a no needs no review', () => {
    const waiting = [
      buildAttestation('USE-1.a', { answer: 'most', reviewedAt: null }),
      buildAttestation('USE-1.b', { answer: 'no', reviewedAt: null }),
    ];
    const { criteria } = cellOf({}, { attestations: waiting });
    expect(criteria.map(({ value }) => value)).toEqual([null, 0, null, null, null, null]);
  });
});

describe('targets', () => {
  test('of a cell ask for the full answer up to its level, unless a question has its own', () => {
    const { settings } = aimedAt({ 'USE-3.a': 0.25 });
    const targets = [{ capability: 'builds', aspect: 'use', level: 1 }];
    const { criteria, target } = cellOf({}, { settings: { ...settings, targets } });
    expect(criteria.map(({ id, target: own }) => [id, own])).toEqual([
      ['USE-1.a', 1],
      ['USE-1.b', 1],
      ['USE-2.a', 0],
      ['USE-2.b', 0],
      ['USE-3.a', 0.25],
      ['USE-3.b', 0],
    ]);
    expect(target).toBe(1.125);
  });

  test('above the full answer are the full answer', () => {
    expect(cellOf({}, aiming(9, 0, 0, 0, 0, 0)).target).toBe(0.5);
  });
});

describe('exemptions and decisions', () => {
  const exemptions = [
    {
      ...{ criterion: 'USE-1.a', capability: 'builds', selfApproved: false },
      ...{ approvedAt: daysBefore(5), expiresAt: '2027-01-01T00:00:00.000Z' },
    },
  ];

  test('an exempt question counts in full, and the level without it is told', () => {
    const cell = cellOf(giving('some', 'no', 'no', 'no', 'no', 'no'), { exemptions });
    expect(cell).toMatchObject({ level: 0.5, levelWithoutExemptions: 0.125 });
    expect(cell.criteria[0]).toMatchObject({ state: 'exempt', value: 1, ownValue: 0.25 });
  });

  test('what is not offered has no level and counts as nothing', () => {
    const settings = { ...buildBundle().settings, capabilities: [buildCapability({ state: 'not_offered' })] };
    const card = cardOf(giving('most', 'most', 'most', 'most', 'most', 'most'), { settings });
    expect(card.cells[0]).toMatchObject({ state: 'not_offered', level: null, high: null, next: null, coverage: null });
    expect(card.percentToTarget.value).toBe(0);
  });

  test('where no question applies the cell leaves every sum', () => {
    const notApplicable = QUESTIONS.map((criterion) => ({
      ...{ criterion, capability: 'builds', approvedAt: daysBefore(5), selfApproved: false },
    }));
    const card = cardOf({}, { notApplicable });
    expect(card.cells[0]).toMatchObject({ state: 'not_applicable', level: null });
    expect(card.percentToTarget.value).toBeNull();
  });
});

describe('assumptions and explanations follow the same rules', () => {
  test('a question assumed to be met counts in full, one assumed not to be counts nothing', () => {
    const loaded = loadBundle(answered(giving('half', 'no', 'no', 'no', 'no', 'no')));
    const assume = (criterion: string, state: 'met' | 'not_met') =>
      scoreAssuming(rubric, loaded, [{ criterion, capability: 'builds', state }]).cells[0]?.level;
    expect(assume('USE-2.a', 'met')).toBe(0.75);
    expect(assume('USE-1.a', 'not_met')).toBe(0.25); // it is not met anyway: its answer stands
    expect(assume('USE-1.a', 'met')).toBe(0.5);
  });

  test('the explanation of a cell is its scorecard, with the answers', () => {
    const loaded = loadBundle(answered(giving('half', 'no', 'no', 'most', 'no', 'no')));
    const { cell, criteria } = explain(rubric, loaded, { capability: 'builds', aspect: 'use' });
    expect(cell.level).toBe(0.75);
    expect(criteria[0]).toMatchObject({ value: 0.5, target: 1, test: { kind: 'attestation', answer: 'half' } });
  });
});

const arbitraryAnswers = fc.dictionary(fc.constantFrom(...QUESTIONS), fc.constantFrom('no', 'some', 'half', 'most'));
const arbitraryTargets = fc.dictionary(fc.constantFrom(...QUESTIONS), fc.constantFrom(0, 0.25, 0.5, 1), { minKeys: 1 });
const arbitraryCase = fc.record({ answers: arbitraryAnswers, targets: arbitraryTargets });
const levelsOf = ({ answers, targets }: { answers: Record<string, string>; targets: Record<string, number> }) => {
  const { level, low, high } = cellOf(answers, aimedAt(targets));
  return { level: level ?? 0, low: low ?? 0, high: high ?? 0 };
};

describe('the laws of scoring hold where answers are added up', () => {
  test('the order of questions and answers never shows', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), ({ answers, targets }, order) => {
        const bundle = answered(answers, aimedAt(targets));
        const shuffled = QUESTIONS.map((id, i) => ({ id, at: order[i] ?? 0 })).toSorted((a, b) => a.at - b.at);
        const other = answersRubric(
          {},
          shuffled.map(({ id }) => question(id)),
        );
        const turned = { ...bundle, attestations: bundle.attestations.toReversed() };
        expect(canonicalJson(score(other, loadBundle(turned)))).toBe(canonicalJson(score(rubric, loadBundle(bundle))));
      }),
    );
  });

  test('low ≤ level ≤ high, and no longer knowing an answer never raises low or the level nor lowers high', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...QUESTIONS), ({ answers, targets }, forgotten) => {
        const before = levelsOf({ answers, targets });
        expect(before.low <= before.level && before.level <= before.high).toBe(true);
        const { [forgotten]: _, ...rest } = answers;
        const after = levelsOf({ answers: rest, targets });
        expect(after.low <= before.low && after.level <= before.level && after.high >= before.high).toBe(true);
      }),
    );
  });

  test('a better answer never lowers a level or the way to target', () => {
    const better = { no: 'some', some: 'half', half: 'most', most: 'most' } as const;
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...QUESTIONS), ({ answers, targets }, improved) => {
        const was = answers[improved] ?? 'no';
        const known = { ...answers, [improved]: was };
        const more = { ...answers, [improved]: better[was] };
        expect(levelsOf({ answers: more, targets }).level).toBeGreaterThanOrEqual(
          levelsOf({ answers: known, targets }).level,
        );
        const percentOf = (given: Record<string, string>) => cardOf(given, aimedAt(targets)).percentToTarget.value ?? 1;
        expect(percentOf(more)).toBeGreaterThanOrEqual(percentOf(known));
      }),
    );
  });

  test('answers after the instant of the score change nothing', () => {
    const later = buildAttestation('USE-1.a', { answer: 'most', answeredAt: '2026-07-01T00:00:00.000Z' });
    const bundle = answered({ 'USE-1.a': 'some' });
    const withLater = { ...bundle, attestations: [...bundle.attestations, later] };
    expect(score(rubric, loadBundle(withLater)).cells).toEqual(score(rubric, loadBundle(bundle)).cells);
  });

  test('a what-if from a compact base says what the whole engine says', () => {
    const states = fc.constantFrom('met', 'not_met', 'unknown', 'exempt', 'not_applicable');
    const value = fc.constantFrom(0, 0.25, 0.5);
    const question = { criterion: fc.constantFrom(...QUESTIONS), state: states, value };
    const assumptions = fc.array(fc.record(question, { requiredKeys: ['criterion', 'state'] }), { maxLength: 4 });
    fc.assert(
      fc.property(arbitraryCase, assumptions, ({ answers, targets }, given) => {
        const loaded = loadBundle(answered(answers, aimedAt(targets)));
        const assumed = given.map(({ value: counts, ...one }) => ({
          ...{ ...one, capability: 'builds' },
          ...(one.state === 'not_met' && counts !== undefined ? { value: counts } : {}),
        }));
        const { cells, percentToTarget } = scoreAssuming(rubric, loaded, assumed);
        const whatIf = openWhatIf(JSON.parse(JSON.stringify(makeBase(rubric, loaded))));
        expect(whatIf.assume(assumed)).toEqual({ cells, percentToTarget });
      }),
    );
  });

  test('the route to target asks for the answers that fall short, and reaches it', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ answers, targets }) => {
        const loaded = loadBundle(answered(answers, aimedAt(targets)));
        const base = makeBase(rubric, loaded);
        const whatIf = openWhatIf(base);
        const route = routeToTarget({ base, whatIf, efforts: new Map() }, { capability: 'builds', aspect: 'use' });
        const short = whatIf.now.cells[0]?.criteria.filter(isShort).map(({ id }) => id) ?? [];
        expect(route?.steps.map(({ criterion }) => criterion).toSorted()).toEqual(short.toSorted());
        expect(route?.obstacle).toBeNull();
        const reached = whatIf.now.percentToTarget.value;
        if (reached !== null) expect(route?.percentToTarget).toBe(1);
      }),
    );
  });

  test('the whole way asks for what nobody knows, also where the first level is all that is wanted', () => {
    const { settings } = buildBundle({});
    const targets = [{ capability: 'builds', aspect: 'use', level: 1 }];
    const base = makeBase(rubric, loadBundle(answered({}, { settings: { ...settings, targets } })));
    const stages = routeOfPlatform({ base, whatIf: openWhatIf(base), efforts: new Map() });
    const steps = stages.flatMap((stage) => stage.steps.map(({ criterion, kind }) => [criterion, kind]));
    expect(steps.toSorted()).toEqual([
      ['USE-1.a', 'gather'],
      ['USE-1.b', 'gather'],
    ]);
  });
});
