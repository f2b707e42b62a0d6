import type { AttestationTest, MetricTest, SurveyTest } from '../compiled.ts';
import { dateOf, daysBetween } from '../evidence/days.ts';
import type { Evidence } from '../evidence/load-bundle.ts';
import { round6 } from '../round6.ts';
import { statistics } from '../statistics/registry.ts';
import { INCONCLUSIVE, MET, meaningOf, NOT_MET, TOO_FEW_SAMPLES } from './codes.ts';
import type { AttestationTrace, MetricTrace, SurveyTrace } from './explanation.ts';
import type { LeafPlan } from './plan.ts';
import { testAttestation } from './test-attestation.ts';
import { seriesOf, sourceErrorOf, testMetric } from './test-metric.ts';
import { estimateOf, moreAnswers, testSurvey } from './test-survey.ts';

const DAY_SECONDS = 86_400;

/** State, reason and staleness of a leaf, as an explanation says them. */
function decidedOf(code: number, leaf: LeafPlan, stale: boolean) {
  const { verdict, reason } = meaningOf(code);
  const old = stale && leaf.limiter && (code === MET || code === NOT_MET);
  return {
    state: verdict ?? 'unknown',
    ...(reason === null ? {} : { reason }),
    ...(old ? { stale: true as const } : {}),
  };
}

function ageOf(at: string | null, loaded: Evidence) {
  return { observedAt: at, ageDays: at === null ? null : daysBetween(Date.parse(at), loaded.asOfMs) };
}

const partOf = (key: string) => key.split('\u0000')[1] || null;
const orNull = (value: number) => (Number.isFinite(value) ? value : null);

/** What a metric leaf saw and wanted. */
export function traceMetric(test: MetricTest, leaf: LeafPlan, loaded: Evidence): MetricTrace {
  const reading = testMetric(test, leaf, loaded, leaf.limiter);
  const error = sourceErrorOf(leaf, loaded);
  const series = seriesOf(test, leaf.key, loaded);
  const n = orNull(reading.n);
  return {
    kind: 'metric',
    ...decidedOf(reading.code, leaf, reading.stale),
    metric: test.metric,
    capability: partOf(leaf.key),
    statistic: test.statistic,
    where: test.where && Object.fromEntries(Object.entries(test.where).map(([label, values]) => [label, [...values]])),
    label: test.label,
    denominator: test.denominator,
    value: orNull(reading.value),
    unit: test.unit,
    n,
    op: test.op,
    threshold: test.threshold,
    ...ageOf(Number.isFinite(reading.observedAtMs) ? new Date(reading.observedAtMs).toISOString() : null, loaded),
    maxAgeDays: round6(test.maxAgeSeconds / DAY_SECONDS),
    window: { from: dateOf(reading.days.from + 1), to: dateOf(reading.days.to) },
    minSamples: test.minSamples,
    moreSamples: reading.code === TOO_FEW_SAMPLES ? round6(Math.max(test.minSamples - (n ?? 0), 0)) : null,
    sources: [...new Set(series.map((one) => one.source))].sort(),
    sourceError: error && { since: error.since, message: error.message },
  };
}

/** What a survey leaf saw and wanted. Nothing of a hidden aggregate is told. */
export function traceSurvey(test: SurveyTest, leaf: LeafPlan, loaded: Evidence): SurveyTrace {
  const address = { test, key: leaf.key, bar: leaf.bar };
  const { code, aggregate, interval, stale } = testSurvey(address, loaded, leaf.limiter);
  const shown = aggregate !== null && interval !== null;
  const estimate = shown ? estimateOf(test, aggregate) : null;
  return {
    kind: 'survey',
    ...decidedOf(code, leaf, stale),
    question: test.question,
    capability: partOf(leaf.key),
    audience: test.audience,
    statistic: test.statistic,
    answers: test.answers && [...test.answers],
    value: estimate === null ? null : round6(estimate),
    unit: test.unit,
    n: shown ? aggregate.n : null,
    op: test.op,
    threshold: test.threshold,
    ...ageOf(aggregate?.observedAt ?? null, loaded),
    maxAgeDays: round6(test.maxAgeSeconds / DAY_SECONDS),
    invited: aggregate?.invited ?? null,
    interval: interval && {
      low: interval.low,
      high: interval.high,
      confidence: test.confidence,
      method: statistics[test.answers ? 'wilson' : 'mean-t'].title,
    },
    floor: test.floor,
    moreAnswers:
      code === INCONCLUSIVE && aggregate ? moreAnswers(address, aggregate, loaded.settings.minimumGroup) : null,
    cycle: aggregate?.cycle ?? null,
  };
}

/** What an attestation leaf saw and wanted. */
export function traceAttestation(test: AttestationTest, leaf: LeafPlan, loaded: Evidence): AttestationTrace {
  const { code, attestation, awaiting, stale } = testAttestation(test, leaf.key, loaded, leaf.limiter);
  const expires = attestation && new Date(Date.parse(attestation.answeredAt) + test.validSeconds * 1000).toISOString();
  return {
    kind: 'attestation',
    ...decidedOf(code, leaf, stale),
    answer: attestation?.answer ?? null,
    ...(attestation && attestation.criterion !== leaf.key.split('\u0000')[0]
      ? { answeredFor: attestation.criterion }
      : {}),
    required: test.required,
    answers: [...test.answers],
    linkRequired: test.link,
    link: attestation?.link ?? null,
    ...ageOf(attestation?.answeredAt ?? null, loaded),
    reviewedAt: attestation?.reviewedAt ?? null,
    expiresAt: expires,
    selfApproved: attestation?.selfApproved ?? false,
    awaitingReview: awaiting,
  };
}
