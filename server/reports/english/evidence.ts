import type { Reason } from '#rubrics/scoring/states.ts';
import { count } from './format.ts';

export const evidence = {
  title: 'What this rests on',
  table: (share: string) => `${share} of what is asked is decided by evidence`,
  columns: { aspect: 'Aspect', covered: 'Covered', high: 'High', medium: 'Medium', low: 'Low', none: 'None' },
  tableNote:
    'The last four columns count the cells by confidence: two kinds of evidence, and nothing required that rests on attestation alone, is high.',
  missing: (n: number) =>
    n === 0 ? 'Nothing is missing' : `${count(n, 'test is', 'tests are')} undecided, for these reasons`,
  missingColumns: { reason: 'Reason', tests: 'Tests' },
  reasons: {
    source_error: 'its source fails',
    stale: 'evidence is too old',
    no_data: 'no evidence was ever seen',
    too_few_samples: 'too few samples',
    too_few_responses: 'too few answers',
    awaiting_review: 'an attestation awaits its review',
    inconclusive: 'the answers leave it open',
  } satisfies Record<Reason, string>,
  sources: (n: number) => `${count(n, 'metric has', 'metrics have')} data`,
  sourceColumns: { metric: 'Metric', capabilities: 'Capabilities', days: 'Days with data', newest: 'Newest' },
  platform: 'the platform',
  many: (n: number) => `${n} capabilities`,
} as const;
