import { REASONS, type State, type Verdict } from './states.ts';

/**
 * States as small numbers, for the arrays that scoring runs on.
 * A verdict: 0 met, 1 not met, 2… unknown, one for each reason in its order, so that the least unknown code is the reason to show.
 */
export const MET = 0;
export const NOT_MET = 1;
export const UNKNOWN = 2;
export const VERDICT_CODES = UNKNOWN + REASONS.length;
const reasonCode = (reason: (typeof REASONS)[number]) => UNKNOWN + REASONS.indexOf(reason);
export const SOURCE_ERROR = reasonCode('source_error');
export const STALE = reasonCode('stale');
export const NO_DATA = reasonCode('no_data');
export const TOO_FEW_SAMPLES = reasonCode('too_few_samples');
export const TOO_FEW_RESPONSES = reasonCode('too_few_responses');
export const AWAITING_REVIEW = reasonCode('awaiting_review');
export const INCONCLUSIVE = reasonCode('inconclusive');

/** The state of a criterion: its own verdict, or that behind an old limiter, an exemption or an announcement. */
export const STALE_BASE = VERDICT_CODES;
export const EXEMPT_BASE = STALE_BASE + 2;
export const ANNOUNCED_BASE = EXEMPT_BASE + VERDICT_CODES;
export const NOT_APPLICABLE = ANNOUNCED_BASE + VERDICT_CODES;
export const STATE_CODES = NOT_APPLICABLE + 1;

/** What a state counts as, one bit each. */
export const IN_FORCE = 1;
export const COUNTS_MET = 2;
export const OPEN = 4;
export const DECIDED = 8;
export const OWN_MET = 16;
export const EXEMPT = 32;
export const OWN_OPEN = 64;

/** Kinds of evidence as bits, and the mark of an answer or approval that nobody else has looked at. */
export const METRIC = 1;
export const SURVEY = 2;
export const ATTESTATION = 4;
export const KINDS = METRIC | SURVEY | ATTESTATION;
export const SELF_APPROVED = 8;

type Meaning = { state: State; verdict: Verdict | null; reason: (typeof REASONS)[number] | null; stale: boolean };

/** What a state code means. */
export function meaningOf(code: number): Meaning {
  if (code === NOT_APPLICABLE) return { state: 'not_applicable', verdict: null, reason: null, stale: false };
  if (code >= ANNOUNCED_BASE) return { ...verdictOf(code - ANNOUNCED_BASE), state: 'announced' };
  if (code >= EXEMPT_BASE) return { ...verdictOf(code - EXEMPT_BASE), state: 'exempt' };
  if (code >= STALE_BASE) return { ...verdictOf(code - STALE_BASE), stale: true };
  return verdictOf(code);
}

function verdictOf(code: number) {
  const verdict: Verdict = code === MET ? 'met' : code === NOT_MET ? 'not_met' : 'unknown';
  return { state: verdict, verdict, reason: REASONS[code - UNKNOWN] ?? null, stale: false };
}

/** What each state code counts as (docs/scoring.md §3.2). */
export const COUNTS_AS: Uint8Array = Uint8Array.from({ length: STATE_CODES }, (_, code) => {
  const { state, verdict } = meaningOf(code);
  if (state === 'not_applicable' || state === 'announced') return 0;
  const own =
    (verdict === 'met' ? OWN_MET | DECIDED : 0) |
    (verdict === 'not_met' ? DECIDED : 0) |
    (verdict === 'unknown' ? OWN_OPEN : 0);
  if (state === 'exempt') return IN_FORCE | COUNTS_MET | EXEMPT | own;
  return IN_FORCE | own | (verdict === 'met' ? COUNTS_MET : 0) | (verdict === 'unknown' ? OPEN : 0);
});
