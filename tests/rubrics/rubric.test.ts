import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';
import type { Criterion, Test } from '#rubrics/pack.ts';
import { checkPack, compileRubric } from '#rubrics/rubric.ts';
import { buildCriterion, buildPack, rubricThatTests } from '#tests/support/build-rubric.ts';

const problemsOf = (changes: Partial<Criterion>, id = 'USE-2.a') =>
  checkPack(buildPack([buildCriterion(id, changes)])).map(({ path, message }) => `${path.join('.')}: ${message}`);
const problemOf = (test: Test) => problemsOf({ test }).join('; ');

describe('a pack does not load with', () => {
  test.each<[string, Test, string]>([
    [
      'a percentile of what is no distribution',
      { metric: 'uses', statistic: 'p90', is: '>= 3' },
      'needs a metric of kind "distribution"',
    ],
    ['a share without a denominator', { metric: 'failed', statistic: 'share', is: '<= 5%' }, 'names a denominator'],
    [
      'a label that the catalogue combines',
      { metric: 'uses', statistic: 'latest', is: '>= 3', where: { channel: ['cli'] } },
      'does not keep the label',
    ],
    ['an equality of a survey', { survey: 'clear', statistic: 'favourable', is: '= 75%' }, 'never exactly equal'],
    [
      'a statistic that a question has not',
      { survey: 'usability', statistic: 'favourable', is: '>= 75%' },
      'has no "favourable"',
    ],
    [
      'an answer that no question offers',
      { survey: 'reason', statistic: 'share', answers: ['joy'], is: '>= 60%' },
      'no answer to "reason"',
    ],
    [
      'a confidence of nothing',
      { survey: 'clear', statistic: 'favourable', is: '>= 75%', confidence: '100%' },
      'outside 50%',
    ],
    ['a window of an hour', { metric: 'uses', statistic: 'latest', is: '>= 3', window: '1h' }, 'too short'],
    ['an answer that is the least one', { attestation: 'no' }, 'must be one of yes'],
    ['more at least than there are', { at_least: { count: 2, of: [{ attestation: 'yes' }] } }, 'can never be met'],
  ])('%s', (_what, written, message) => {
    expect(problemOf(written)).toContain(message);
    expect(() => rubricThatTests(written)).toThrow('does not load');
  });

  test('roles that contradict themselves', () => {
    expect(problemsOf({ role: 'limiter' }, 'USE-1.a')).toEqual([
      'caps_at: a limiter says at which level it holds the cell (caps_at), and no other role does',
    ]);
    expect(problemsOf({ caps_at: 1 })).toHaveLength(1);
    expect(problemsOf({ role: 'anchor' })).toEqual(['level: an anchor belongs to level 1']);
    expect(problemsOf({ aspect: 'mood', level: 7 })).toHaveLength(2);
  });

  test('a condition inside a criterion that is tested once', () => {
    const only: Test = { attestation: 'yes', applies_to: { mandatory: true } };
    expect(problemsOf({ scope: 'platform', test: { all: [only] } })).toEqual([
      'test.all.0.applies_to: a criterion of the platform is tested once: put applies_to on the criterion',
    ]);
    expect(problemsOf({ scope: 'platform', test: only })).toEqual([]);
  });
});

test('defaults are those of scoring.md §3.1', () => {
  const compiled = (test: Test) => rubricThatTests(test).criteria[0]?.test.test;
  const day = 86_400;
  expect(compiled({ metric: 'uses', statistic: 'latest', is: '>= 3' })).toMatchObject({
    windowSeconds: 90 * day,
    maxAgeSeconds: 90 * day,
    minSamples: 1,
  });
  expect(compiled({ survey: 'clear', statistic: 'favourable', is: '>= 75%' })).toMatchObject({
    confidence: 0.9,
    floor: 0.65,
    maxAgeSeconds: 200 * day,
    audience: 'all',
  });
  expect(compiled({ survey: 'usability', statistic: 'umux-lite', is: '>= 68' })).toMatchObject({ floor: 58 });
  expect(compiled({ survey: 'clear', statistic: 'mean', is: '<= 3' })).toMatchObject({ floor: 3.4 });
  expect(compiled({ attestation: 'yes' })).toMatchObject({
    validSeconds: 365 * day,
    link: false,
    answers: ['no', 'yes'],
  });
});

describe('the hash of a rubric', () => {
  const criteria = [buildCriterion('USE-2.a'), buildCriterion('USE-3.a')];
  const { sha256, pack } = compileRubric(buildPack(criteria));

  test('is that of the pack as written, with criteria by id, also after a trip through JSON', () => {
    expect(sha256Hex(canonicalJson(pack))).toBe(sha256);
    expect(compileRubric(buildPack(criteria.toReversed())).sha256).toBe(sha256);
    expect(compileRubric(JSON.parse(canonicalJson(pack))).sha256).toBe(sha256);
  });

  test('changes where a default is written out', () => {
    const written = buildCriterion('USE-2.a', { test: { attestation: 'yes', valid: '365d' } });
    expect(compileRubric(buildPack([written, buildCriterion('USE-3.a')])).sha256).not.toBe(sha256);
  });
});
