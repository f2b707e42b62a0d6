import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { AppliesTo, AttestationLeaf, Criterion, MetricLeaf, Pack, SurveyLeaf, Test } from '#rubrics/pack.ts';
import { round, student, sum, wilson } from './reference-intervals.ts';

/**
 * docs/scoring.md §3.1 once more, written from its text alone: naive and slow, to be compared with the engine.
 * Nothing here is taken from `rubrics/`, but the types of what goes in.
 */
export type Kind = 'metric' | 'survey' | 'attestation';
/** `kinds`, `stale` and `self` are those of the leaves that decide. */
export type Outcome = {
  verdict: 'met' | 'not_met' | 'unknown';
  reason?: string;
  kinds: Set<Kind>;
  stale: boolean;
  self: boolean;
};
export type Subject = {
  pack: Pack;
  bundle: Bundle;
  criterion: Criterion;
  /** null: the platform */
  capability: Bundle['settings']['capabilities'][number] | null;
};

export const REASONS =
  'source_error stale no_data too_few_samples too_few_responses awaiting_review inconclusive'.split(' ');
const DAY = 86_400_000;
const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: DAY };
const span = (text: string) => Number(text.slice(0, -1)) * (UNITS[text.at(-1) ?? ''] ?? Number.NaN);
/** `80%`, `5/100`, `1h`, `3`: to base units */
function quantity(text: string): number {
  if (text.endsWith('%')) return round(Number(text.slice(0, -1)) / 100);
  if (text.includes('/')) return round(Number(text.split('/')[0]) / Number(text.split('/')[1]));
  return /[smhd]$/.test(text) ? span(text) / 1000 : Number(text);
}
const unknown = (reason: string): Outcome => ({
  verdict: 'unknown',
  reason,
  kinds: new Set(),
  stale: false,
  self: false,
});
const decided = (met: boolean, kind: Kind, more: { stale?: boolean; self?: boolean } = {}): Outcome => ({
  verdict: met ? 'met' : 'not_met',
  kinds: new Set([kind]),
  stale: more.stale ?? false,
  self: more.self ?? false,
});
const split = (is: string) => {
  const op = /^[<>=]+/.exec(is)?.[0] ?? '';
  return { op, threshold: quantity(is.slice(op.length).trim()) };
};
function holds(value: number, is: string): boolean {
  const { op, threshold } = split(is);
  if (op === '>=') return value >= threshold;
  if (op === '<=') return value <= threshold;
  if (op === '>') return value > threshold;
  return op === '<' ? value < threshold : value === threshold;
}

export function applies(to: AppliesTo | undefined, capability: Subject['capability']): boolean {
  if (!to || !capability) return true;
  return (
    (!to.capabilities || to.capabilities.includes(capability.key)) &&
    (!to.consumption || to.consumption.includes(capability.consumption)) &&
    (to.mandatory === undefined || to.mandatory === capability.mandatory)
  );
}

/** null: nothing of this test applies here. */
export function test(one: Test, subject: Subject): Outcome | null {
  if (!applies(one.applies_to, subject.capability)) return null;
  if ('metric' in one) return testMetric(one, subject);
  if ('survey' in one) return testSurvey(one, subject);
  if ('attestation' in one) return testAttestation(one, subject);
  if ('not' in one) return negated(test(one.not, subject));
  const children = 'all' in one ? one.all : 'any' in one ? one.any : one.at_least.of;
  const results = children.map((child) => test(child, subject)).filter((result) => result !== null);
  if (results.length === 0) return null;
  return combined(results, 'all' in one ? results.length : 'any' in one ? 1 : one.at_least.count);
}

function negated(child: Outcome | null): Outcome | null {
  if (child === null || child.verdict === 'unknown') return child;
  return { ...child, verdict: child.verdict === 'met' ? 'not_met' : 'met' };
}

function combined(results: Outcome[], count: number): Outcome {
  const of = (verdict: Outcome['verdict']) => results.filter((result) => result.verdict === verdict);
  // old where the children that are not would leave it open
  const enough = { met: count, not_met: results.length - count + 1 };
  const by = (verdict: 'met' | 'not_met'): Outcome => ({
    verdict,
    kinds: new Set(of(verdict).flatMap((result) => [...result.kinds])),
    stale: of(verdict).filter((result) => !result.stale).length < enough[verdict],
    self: of(verdict).some((result) => result.self),
  });
  if (of('met').length >= count) return by('met');
  if (of('met').length + of('unknown').length < count) return by('not_met');
  return unknown(REASONS.find((reason) => of('unknown').some((result) => result.reason === reason)) ?? '');
}

type SeriesOf = Bundle['metrics'][number];
const dayNumber = (date: string) => Date.parse(date) / DAY;
/** Where the evidence of a metric or a question about this subject stands. */
const placeOf = (scope: string | undefined, { capability }: Subject) =>
  scope === 'platform' || !capability ? null : capability.key;

function seriesOf(metric: string, leaf: MetricLeaf, subject: Subject): SeriesOf[] {
  const place = placeOf(subject.pack.metrics.find((one) => one.key === metric)?.scope, subject);
  const until = Date.parse(subject.bundle.asOf);
  return subject.bundle.metrics
    .filter(
      (one) =>
        one.metric === metric &&
        one.capability === place &&
        Object.entries(leaf.where ?? {}).every(([label, values]) => values.includes(one.labels[label] ?? '')),
    )
    .map((one) => ({ ...one, days: one.days.filter((day) => Date.parse(day.lastAt) <= until) }));
}
/** The series with only the days of the window that ends with this day: those after day(asOf − window), moved along. */
function within(series: SeriesOf[], leaf: MetricLeaf, end: number, asOf: number): SeriesOf[] {
  const first = Math.floor((asOf - span(leaf.window ?? '90d')) / DAY) + end - Math.floor(asOf / DAY);
  const inside = ({ day }: { day: string }) => dayNumber(day) > first && dayNumber(day) <= end;
  return series.map((one) => ({ ...one, days: one.days.filter(inside) })).filter((one) => one.days.length > 0);
}
const daysIn = (series: SeriesOf[]) => series.flatMap((one) => one.days);

function testMetric(leaf: MetricLeaf, subject: Subject): Outcome {
  const asOf = Date.parse(subject.bundle.asOf);
  const named = leaf.denominator === undefined ? [leaf.metric] : [leaf.metric, leaf.denominator];
  const placed = (metric: string) => placeOf(subject.pack.metrics.find(({ key }) => key === metric)?.scope, subject);
  const failing = subject.bundle.sourceErrors.some(
    (one) =>
      named.includes(one.metric) &&
      [null, placed(one.metric)].includes(one.capability) &&
      Date.parse(one.since) <= asOf,
  );
  const lists = named.map((metric) => seriesOf(metric, leaf, subject));
  const today = Math.floor(asOf / DAY);
  const seen = lists.flatMap(daysIn).map((day) => dayNumber(day.day));
  const limiter = subject.criterion.role === 'limiter';
  const ends = limiter ? [today, ...seen.toSorted((a, b) => b - a)] : [today];
  const results = ends.map((end) => testWindow(leaf, lists, subject, end));
  const result = results.find((one) => one.verdict !== 'unknown') ?? results[0] ?? unknown('no_data');
  return result.verdict === 'unknown' && failing ? unknown('source_error') : result;
}

/** The leaf on the window that ends with this day. */
function testWindow(leaf: MetricLeaf, lists: SeriesOf[][], subject: Subject, end: number): Outcome {
  const asOf = Date.parse(subject.bundle.asOf);
  const until = lists.map((list) => daysIn(list).filter((day) => dayNumber(day.day) <= end));
  const newest = Math.min(
    ...until.map((days) => Math.max(Number.NEGATIVE_INFINITY, ...days.map((day) => Date.parse(day.lastAt)))),
  );
  const stale = newest < asOf - span(leaf.max_age ?? '90d');
  if (newest === Number.NEGATIVE_INFINITY) return unknown('no_data');
  if (stale && subject.criterion.role !== 'limiter') return unknown('stale');
  const windows = lists.map((list) => within(list, leaf, end, asOf));
  const value = statisticOf(leaf, windows, subject);
  return value === null ? unknown('too_few_samples') : decided(holds(round(value), leaf.is), 'metric', { stale });
}

/** The statistic over these days; null: too few samples. */
function statisticOf(
  leaf: MetricLeaf,
  [series = [], denominators = []]: SeriesOf[][],
  subject: Subject,
): number | null {
  const days = daysIn(series);
  const over = sum(daysIn(denominators).map((day) => day.sum));
  const count = sum(days.map((day) => day.count));
  const total = sum(days.map((day) => day.sum));
  if (leaf.statistic === 'share') return over === 0 || over < (leaf.min_samples ?? 1) ? null : total / over;
  if (count < (leaf.min_samples ?? 1)) return null;
  if (leaf.statistic === 'sum') return total;
  if (leaf.statistic === 'count') return count;
  if (leaf.statistic === 'mean') return total / count;
  if (leaf.statistic === 'min') return Math.min(...days.map((day) => day.min));
  if (leaf.statistic === 'max') return Math.max(...days.map((day) => day.max));
  if (leaf.statistic === 'distinct') return new Set(series.flatMap((one) => one.labels[leaf.label ?? ''] ?? [])).size;
  if (leaf.statistic === 'latest')
    return latest(series, subject.pack.metrics.find((one) => one.key === leaf.metric)?.combine);
  const seen = days.flatMap((day) => (day.values ?? []).flatMap(([value, times]) => Array<number>(times).fill(value)));
  const q = Number(leaf.statistic.slice(1));
  return seen.toSorted((a, b) => a - b)[Math.ceil((q * seen.length) / 100) - 1] ?? null;
}

function latest(series: SeriesOf[], combine = 'newest'): number {
  const ends = series.flatMap((one) => {
    const day = one.days.toSorted((a, b) => dayNumber(a.day) - dayNumber(b.day)).at(-1);
    return day ? [{ ...day, source: one.source }] : [];
  });
  const lasts = ends.map((day) => day.last);
  if (combine === 'sum') return sum(lasts);
  if (combine === 'mean') return sum(lasts) / lasts.length;
  if (combine === 'min') return Math.min(...lasts);
  if (combine === 'max') return Math.max(...lasts);
  const rank = (day: (typeof ends)[number]) => [day.lastAt, day.lastReceivedAt ?? day.lastAt, day.source].join(' ');
  return ends.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).at(-1)?.last ?? Number.NaN;
}

function testSurvey(leaf: SurveyLeaf, subject: Subject): Outcome {
  const { pack, bundle, criterion } = subject;
  const asOf = Date.parse(bundle.asOf);
  const place = placeOf(pack.questions.find((one) => one.key === leaf.survey)?.scope, subject);
  const released = bundle.surveys
    .filter((one) => one.question === leaf.survey && one.capability === place)
    .filter((one) => one.audience === (leaf.audience ?? 'all') && Date.parse(one.observedAt) <= asOf)
    .toSorted((a, b) => Date.parse(b.observedAt) - Date.parse(a.observedAt));
  if (!released[0]) return unknown('no_data');
  const old = Date.parse(released[0].observedAt) < asOf - span(leaf.max_age ?? '200d');
  if (criterion.role !== 'limiter') return old ? unknown('stale') : surveyVerdict(leaf, released[0], subject, false);
  const results = released.map((one) =>
    surveyVerdict(leaf, one, subject, Date.parse(one.observedAt) < asOf - span(leaf.max_age ?? '200d')),
  );
  return results.find((one) => one.verdict !== 'unknown') ?? results[0] ?? unknown('no_data');
}

function surveyVerdict(leaf: SurveyLeaf, one: Bundle['surveys'][number], { bundle }: Subject, stale: boolean): Outcome {
  if (one.n === null || one.n < bundle.settings.minimumGroup) return unknown('too_few_responses');
  const numeric = leaf.statistic === 'umux-lite' || leaf.statistic === 'mean';
  const confidence = quantity(leaf.confidence ?? '90%');
  const { e, l, u, flat } = numeric ? student(one, one.n, confidence) : wilson(leaf, one, one.n, confidence);
  if (flat && one.n < 2 * bundle.settings.minimumGroup) return unknown('inconclusive');
  const { op, threshold } = split(leaf.is);
  const slack = numeric ? 10 : 0.1;
  const up = op.startsWith('>');
  const floor = round(leaf.floor === undefined ? threshold + (up ? -slack : slack) : quantity(leaf.floor));
  if (holds(e, leaf.is) && (up ? l >= floor : u <= floor)) return decided(true, 'survey', { stale });
  if (!holds(up ? u : l, leaf.is)) return decided(false, 'survey', { stale });
  return unknown('inconclusive');
}

function testAttestation(leaf: AttestationLeaf, { bundle, criterion, capability }: Subject): Outcome {
  const asOf = Date.parse(bundle.asOf);
  const answers = leaf.answers ?? ['no', 'yes'];
  const needed = answers.indexOf(leaf.attestation);
  const given = bundle.attestations
    .filter((one) => one.criterion === criterion.id && one.capability === (capability?.key ?? null))
    .filter((one) => Date.parse(one.answeredAt) <= asOf && answers.includes(one.answer))
    .toSorted((a, b) => Date.parse(b.answeredAt) - Date.parse(a.answeredAt));
  const valid = given.filter((one) => Date.parse(one.answeredAt) + span(leaf.valid ?? '365d') > asOf);
  const reviewed = (one: (typeof given)[number]) => one.reviewedAt !== null && Date.parse(one.reviewedAt) <= asOf;
  const counts = (one: (typeof given)[number]) => reviewed(one) || one.answer === answers[0];
  const newest = given.find(counts);
  const expired = newest !== undefined && !valid.includes(newest);
  if (newest && (!expired || criterion.role === 'limiter')) {
    const linked = !leaf.link || /^https?:\/\/./.test(newest.link ?? '');
    const met = answers.indexOf(newest.answer) >= needed && linked;
    return decided(met, 'attestation', { stale: expired, self: newest.selfApproved });
  }
  if (newest) return unknown('stale');
  if (valid.length > 0) return unknown('awaiting_review');
  return unknown(given.length > 0 ? 'stale' : 'no_data');
}
