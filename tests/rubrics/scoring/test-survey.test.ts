import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { SurveyLeaf } from '#rubrics/pack.ts';
import { buildSurvey, daysBefore } from '#tests/support/build-bundle.ts';
import { rubricThatTests } from '#tests/support/build-rubric.ts';
import { stateOn, traceOn } from '#tests/support/score-one.ts';

const clear = (changes: Partial<SurveyLeaf> = {}): SurveyLeaf => ({
  survey: 'clear',
  statistic: 'favourable',
  is: '>= 75%',
  ...changes,
});
const on = (leaf: SurveyLeaf, surveys: Bundle['surveys']) => stateOn(rubricThatTests(leaf), { surveys });
const traced = (leaf: SurveyLeaf, surveys: Bundle['surveys']) => {
  const trace = traceOn(rubricThatTests(leaf), { surveys });
  if (trace.kind !== 'survey') throw new Error('This is no survey leaf.');
  return trace;
};

describe('favourable ≥ 75 % at 90 % (scoring.md §8)', () => {
  test('160 of 200 answers, 400 invited, is met', () => {
    expect(on(clear(), [buildSurvey('clear', 160, 200, { invited: 400 })])).toBe('met');
  });

  test('14 of 20, all of them asked, is not met: the interval has no width', () => {
    const surveys = [buildSurvey('clear', 14, 20)];
    expect(on(clear(), surveys)).toBe('not_met');
    expect(traced(clear(), surveys)).toMatchObject({
      value: 0.7,
      interval: { low: 0.7, high: 0.7 },
      n: 20,
      invited: 20,
    });
  });

  test('4 of 5, 50 invited, is inconclusive', () => {
    expect(on(clear(), [buildSurvey('clear', 4, 5, { invited: 50 })])).toBe('unknown: inconclusive');
  });
});

describe('how many more answers would decide', () => {
  test('is the least number at the same share', () => {
    const trace = traced(clear(), [buildSurvey('clear', 4, 5, { invited: 50 })]);
    const more = trace.moreAnswers ?? 0;
    const at = (n: number) => on(clear(), [buildSurvey('clear', 0.8 * n, n, { invited: 50 })]);
    expect(more).toBeGreaterThan(0);
    expect(at(5 + more)).toBe('met');
    expect(at(5 + more - 1)).toBe('unknown: inconclusive');
  });

  test('is nothing where not even everybody would', () => {
    // the share is above the threshold and below its floor, so nothing can be met and nothing not met
    const trace = traced(clear({ floor: '90%' }), [buildSurvey('clear', 8, 10, { invited: 30 })]);
    expect(trace).toMatchObject({ state: 'unknown', reason: 'inconclusive', moreAnswers: null, floor: 0.9 });
  });
});

test('at most is the mirror of at least', () => {
  const few = clear({ is: '<= 25%' });
  expect(on(few, [buildSurvey('clear', 40, 200, { invited: 400 })])).toBe('met');
  expect(on(few, [buildSurvey('clear', 6, 20)])).toBe('not_met');
  expect(on(few, [buildSurvey('clear', 1, 5, { invited: 50 })])).toBe('unknown: inconclusive');
  expect(traced(few, [buildSurvey('clear', 1, 5, { invited: 50 })]).floor).toBe(0.35);
});

describe('what is missing is never met', () => {
  test('no cycle, an old one, too few answers, hidden answers', () => {
    expect(on(clear(), [])).toBe('unknown: no_data');
    expect(on(clear(), [buildSurvey('clear', 20, 20, { observedAt: daysBefore(200) })])).toBe('met');
    expect(on(clear(), [buildSurvey('clear', 20, 20, { observedAt: daysBefore(201) })])).toBe('unknown: stale');
    expect(on(clear(), [buildSurvey('clear', 4, 4, { invited: 4 })])).toBe('unknown: too_few_responses');
    const hidden = buildSurvey('clear', 8, 8, { n: null, counts: null });
    expect(on(clear(), [hidden])).toBe('unknown: too_few_responses');
    expect(traced(clear(), [hidden])).toMatchObject({ value: null, n: null, interval: null });
  });

  test('a result released after asOf does not count', () => {
    expect(on(clear(), [buildSurvey('clear', 20, 20, { observedAt: daysBefore(-1) })])).toBe('unknown: no_data');
  });

  test('the newest cycle counts, and each audience by itself', () => {
    const old = buildSurvey('clear', 20, 20, { cycle: 'winter', observedAt: daysBefore(100) });
    expect(on(clear(), [old, buildSurvey('clear', 2, 20)])).toBe('not_met');
    expect(on(clear({ audience: 'leaders' }), [old])).toBe('unknown: no_data');
  });
});

describe('a unanimous small slice, stored as 90 % / 10 % with a banded n', () => {
  test('is scored as it is stored', () => {
    const banded = buildSurvey('clear', 0, 5, { invited: 5, counts: { 1: 0, 2: 0.5, 3: 0, 4: 0, 5: 4.5 } });
    expect(traced(clear(), [banded])).toMatchObject({ state: 'met', value: 0.9 });
  });
});

describe('a share of named answers', () => {
  test('adds them up', () => {
    const leaf: SurveyLeaf = { survey: 'reason', statistic: 'share', answers: ['value'], is: '>= 60%' };
    const surveys = [buildSurvey('reason', 0, 20, { counts: { value: 13, must: 7 } })];
    expect(traced(leaf, surveys)).toMatchObject({ state: 'met', value: 0.65 });
  });
});

describe('a mean', () => {
  const usable: SurveyLeaf = { survey: 'usability', statistic: 'umux-lite', is: '>= 70' };
  const of = (changes: Partial<Bundle['surveys'][number]>) => [
    buildSurvey('usability', 0, 8, { counts: null, mean: 80, sd: 10, invited: 100, ...changes }),
  ];

  test('has Student’s interval with the finite population', () => {
    // t(7) at 90 % = 1.894579; 1.894579 × 10/√8 × √(1 − 8/100) = 6.424829
    expect(traced(usable, of({}))).toMatchObject({
      state: 'met',
      value: 80,
      interval: { low: 73.575171, high: 86.424829 },
      floor: 60,
    });
    expect(on(usable, of({ mean: 62 }))).toBe('not_met');
    expect(on(usable, of({ mean: 68 }))).toBe('unknown: inconclusive');
  });

  test('of equal answers decides only from twice the minimum group on', () => {
    expect(on(usable, of({ sd: 0 }))).toBe('unknown: inconclusive');
    expect(traced(usable, of({ sd: 0 })).moreAnswers).toBe(2);
    expect(on(usable, of({ sd: 0, n: 10 }))).toBe('met');
  });

  test('with a hidden spread stays open', () => {
    expect(on(usable, of({ sd: null }))).toBe('unknown: inconclusive');
  });
});
