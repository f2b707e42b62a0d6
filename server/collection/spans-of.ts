import type { Span } from '../sources/source.ts';

/** Instants a call: few enough that a thousand series with all their values stay a small answer. */
const INSTANTS = 200;
/** So many values a series are brought in at most, however much was missed: five weeks of 5 minutes, a year of hours. */
const MOST_INSTANTS = 10_000;
/** What is newer than this may still be on its way into the source. */
const SETTLE_MS = 60_000;

type Wanted = {
  /** up to and with which instant values are here; null: none is */
  untilMs: number | null;
  backfillMs: number;
  stepMs: number;
  nowMs: number;
};

/**
 * What is still to be collected, oldest first, in pieces. Instants lie on multiples of the step, so that whoever asks again gets
 * the same times: nothing is doubled, and what was missed while the source was away is caught up with.
 */
export function spansOf({ untilMs, backfillMs, stepMs, nowMs }: Wanted): Span[] {
  const last = Math.floor((nowMs - SETTLE_MS) / stepMs) * stepMs;
  // without any history there is still the newest instant
  const oldest = last - Math.max(Math.floor(backfillMs / stepMs) - 1, 0) * stepMs;
  const wanted = untilMs === null ? oldest : Math.floor(untilMs / stepMs) * stepMs + stepMs;
  const first = Math.max(wanted, last - (MOST_INSTANTS - 1) * stepMs);
  const spans: Span[] = [];
  for (let fromMs = first; fromMs <= last; fromMs += INSTANTS * stepMs) {
    spans.push({ fromMs, toMs: Math.min(fromMs + (INSTANTS - 1) * stepMs, last) });
  }
  return spans;
}
