import { expect, test } from 'vitest';
import type { Test } from '#rubrics/pack.ts';
import { describeTest } from '#rubrics/versions/describe-test.ts';

test.each<[Test, string]>([
  [{ metric: 'wait', statistic: 'p90', is: '<= 1h', window: '30d' }, 'wait p90 <= 1h, window 30d'],
  [
    { metric: 'done', statistic: 'share', denominator: 'all', is: '>= 5/100', min_samples: 3 },
    'done / all share >= 5/100, min samples 3',
  ],
  [
    { metric: 'use', statistic: 'latest', is: '> 2', where: { channel: ['api', 'cli'] } },
    'use latest > 2, where channel is api or cli',
  ],
  [
    { survey: 'reason', statistic: 'share', answers: ['value'], is: '>= 60%', floor: '50%' },
    'survey reason share of value >= 60%, floor 50%',
  ],
  [{ attestation: 'yes', link: true, valid: '365d' }, 'attestation at least yes, with a link, valid 365d'],
  [
    { at_least: { count: 1, of: [{ attestation: 'yes' }, { not: { attestation: 'no' } }] } },
    'at least 1 of (attestation at least yes; not (attestation at least no))',
  ],
  [
    { any: [{ attestation: 'yes', applies_to: { consumption: ['implicit'], mandatory: false } }] },
    'any (attestation at least yes [only implicit; not mandatory])',
  ],
])('a test is said on one line: %#', (given, words) => {
  expect(describeTest(given)).toBe(words);
});
