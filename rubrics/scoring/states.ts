/** The states of a criterion, in their order of precedence (docs/scoring.md §3.2). */
export const STATES = ['not_applicable', 'announced', 'exempt', 'met', 'not_met', 'unknown'] as const;
export type State = (typeof STATES)[number];

/** Why a criterion is unknown; an undecided combination takes the first of its undecided children in this order. */
export const REASONS = [
  'source_error',
  'stale',
  'no_data',
  'too_few_samples',
  'too_few_responses',
  'awaiting_review',
  'inconclusive',
] as const;
export type Reason = (typeof REASONS)[number];

/** What evidence says about a test. */
export const VERDICTS = ['met', 'not_met', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const ROLES = ['required', 'supporting', 'anchor', 'limiter'] as const;
export type Role = (typeof ROLES)[number];
