import type { MetricDefinition } from '#rubrics/pack.ts';
import { parseInstant } from './parse-instant.ts';
import type { ReadSample } from './read-metrics-body.ts';
import { type Sample, sampleProblem, sampleSchema } from './sample.ts';

const FUTURE_MS = 5 * 60_000;
const PAST_MS = 5 * 366 * 86_400_000;

/** What the samples of one platform may be about. */
export type Catalogue = {
  platformId: string;
  metrics: ReadonlyMap<string, MetricDefinition>;
  /** key → state */
  capabilities: ReadonlyMap<string, string>;
};
/** The catalogue of a platform's key (undefined: none was named), or why samples cannot go there. */
export type FindCatalogue = (platform: string | undefined) => Catalogue | string;

export type CheckedSample = {
  platformId: string;
  metric: string;
  capability: string;
  team: string;
  labels: string;
  atMs: number;
  value: number;
};
export type Rejection = { index: number; reason: string };
export type Checked = { accepted: CheckedSample[]; rejected: (Rejection & { platformId: string | null })[] };

/** Sorts samples into those that can be stored and those that cannot, each of these with its index and a reason. */
export function checkSamples(samples: readonly ReadSample[], find: FindCatalogue, nowMs: number): Checked {
  const checked: Checked = { accepted: [], rejected: [] };
  const timeOf = rememberInstants();
  for (const [index, read] of samples.entries()) {
    const result = 'reason' in read ? read.reason : checkSample(read.value, { find, timeOf, nowMs });
    if (typeof result === 'string') checked.rejected.push({ index, reason: result, platformId: null });
    else if ('reason' in result) checked.rejected.push({ index, ...result });
    else checked.accepted.push(result);
  }
  return checked;
}

type Checking = { find: FindCatalogue; timeOf: (text: string) => number | null; nowMs: number };
type Refused = { reason: string; platformId: string };

function checkSample(value: unknown, { find, timeOf, nowMs }: Checking): CheckedSample | Refused | string {
  const parsed = sampleSchema.safeParse(value);
  if (!parsed.success) return sampleProblem(parsed.error);
  const sample = parsed.data;
  const catalogue = find(sample.platform);
  if (typeof catalogue === 'string') return catalogue;
  const { platformId } = catalogue;
  const atMs = timeOf(sample.at);
  if (atMs === null) return { platformId, reason: 'at: write an RFC 3339 time such as "2026-11-22T12:00:00Z".' };
  const reason = timeProblem(atMs, nowMs) ?? subjectProblem(sample, catalogue);
  if (reason !== null) return { platformId, reason };
  return {
    platformId,
    metric: sample.metric,
    capability: sample.capability ?? '',
    team: sample.team ?? '',
    labels: canonicalLabels(sample.labels),
    atMs,
    // −0 is 0
    value: sample.value + 0,
  };
}

/** Samples come in bunches of one time. */
function rememberInstants(): (text: string) => number | null {
  let known: { text: string; atMs: number | null } | null = null;
  return (text) => {
    if (known?.text !== text) known = { text, atMs: parseInstant(text) };
    return known.atMs;
  };
}

function timeProblem(atMs: number, nowMs: number): string | null {
  if (atMs > nowMs + FUTURE_MS) return 'at: this time lies more than 5 minutes in the future.';
  if (atMs < nowMs - PAST_MS) return 'at: this time lies more than 5 years in the past.';
  return null;
}

function subjectProblem({ metric: key, capability, value }: Sample, catalogue: Catalogue): string | null {
  const metric = catalogue.metrics.get(key);
  if (metric === undefined) return `metric: "${key}" is not in the metric catalogue of this platform.`;
  if (capability === undefined && metric.scope === 'capability') return `capability: "${key}" needs one.`;
  if (capability !== undefined) {
    if (metric.scope === 'platform') return `capability: "${key}" is about the platform as a whole; leave it out.`;
    const state = catalogue.capabilities.get(capability);
    if (state === undefined) return `capability: this platform has no "${capability}".`;
    if (state === 'archived') return `capability: "${capability}" is archived.`;
  }
  return valueProblem(metric.dimension, value);
}

function valueProblem(dimension: MetricDefinition['dimension'], value: number): string | null {
  if (dimension === 'ratio' && (value < 0 || value > 1)) return 'value: a ratio lies between 0 and 1 (80 % is 0.8).';
  if (dimension === 'points' && (value < 0 || value > 100)) return 'value: points lie between 0 and 100.';
  if (value < 0) return `value: a ${dimension} is not negative.`;
  return value > Number.MAX_SAFE_INTEGER ? 'value: this is too large to be counted exactly.' : null;
}

/** The same labels are the same series, in whatever order they came. */
function canonicalLabels(labels: Record<string, string> | undefined): string {
  if (labels === undefined) return '{}';
  const pairs = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([label, value]) => `${JSON.stringify(label)}:${JSON.stringify(value)}`).join(',')}}`;
}
