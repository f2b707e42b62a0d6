import fc from 'fast-check';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { AppliesTo, Criterion, MetricLeaf, SurveyLeaf, Test } from '#rubrics/pack.ts';
import {
  AS_OF,
  buildAttestation,
  buildBundle,
  buildCapability,
  buildSurvey,
  dayBefore,
  daysBefore,
} from './build-bundle.ts';
import { buildCriterion } from './build-rubric.ts';

/** Small packs and bundles that use every leaf, default and setting of docs/scoring.md, and meet often enough. */
const CAPABILITIES = ['builds', 'data'];
const pick = <T>(...values: T[]) => fc.constantFrom(...values);
/** present one time in so many */
const maybe = <T>(one: fc.Arbitrary<T>, times = 4): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });
const appliesTo = maybe(
  pick<AppliesTo>({ mandatory: true }, { capabilities: ['data'] }, { consumption: ['implicit', 'requested'] }),
  8,
);
/** JSON knows no undefined, and a strict schema no undefined key. */
const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const timing = {
  window: maybe(pick('7d', '30d', '36h', '400d')),
  max_age: maybe(pick('7d', '36h', '120d', '400d')),
  min_samples: maybe(pick(2, 5, 12)),
  applies_to: appliesTo,
};
const where = maybe(pick({ channel: ['web'] }, { channel: ['web', 'chat'] }));
const statistic = pick<MetricLeaf['statistic']>;
const perceived = pick<SurveyLeaf['statistic']>;
const metricLeaf: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    metric: pick('uses', 'state', 'breadth'),
    statistic: statistic('latest', 'mean', 'sum', 'min', 'max', 'count'),
    is: pick('>= 3', '<= 5', '> 4', '< 2', '= 4'),
    ...timing,
  }),
  fc.record({
    metric: pick('state', 'runs'),
    statistic: statistic('latest', 'sum'),
    is: pick('>= 6', '<= 3'),
    where,
    ...timing,
  }),
  fc.record({
    metric: pick('state', 'runs'),
    statistic: statistic('distinct'),
    label: pick('channel'),
    is: pick('>= 2', '= 1'),
    where,
    ...timing,
  }),
  fc.record({
    metric: pick('wait'),
    statistic: statistic('p50', 'p90', 'p95', 'p99'),
    is: pick('<= 1m', '> 4s'),
    ...timing,
  }),
  fc.record({
    metric: pick('failed'),
    denominator: pick('runs'),
    statistic: statistic('share'),
    is: pick('<= 20%', '>= 60%', '> 3/10'),
    ...timing,
  }),
);
const about = {
  confidence: maybe(pick('80%', '95%')),
  max_age: maybe(pick('30d', '400d')),
  audience: maybe(pick('team:web')),
  applies_to: appliesTo,
};
const surveyLeaf: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    survey: pick('clear', 'direction'),
    statistic: perceived('favourable'),
    is: pick('>= 60%', '<= 50%', '> 75%', '< 40%'),
    floor: maybe(pick('45%', '55%')),
    ...about,
  }),
  fc.record({
    survey: pick('reason'),
    statistic: perceived('share'),
    answers: pick(['must'], ['must', 'value']),
    is: pick('<= 40%', '>= 90%'),
    ...about,
  }),
  fc.record({ survey: pick('usability'), statistic: perceived('umux-lite'), is: pick('>= 68', '< 50'), ...about }),
);
const attestationLeaf: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    attestation: pick('yes'),
    link: maybe(pick(true)),
    valid: maybe(pick('30d', '100d')),
    applies_to: appliesTo,
  }),
  fc.record({ attestation: pick('mostly', 'fully'), answers: pick(['no', 'mostly', 'fully']), applies_to: appliesTo }),
);
const leaf = fc.oneof(metricLeaf, surveyLeaf, attestationLeaf);
const deep: fc.Arbitrary<Test> = fc.letrec<{ test: Test }>((tie) => ({
  test: fc.oneof(
    { depthSize: 'small' },
    { arbitrary: leaf, weight: 8 },
    fc.record({ all: fc.array(tie('test'), { minLength: 1, maxLength: 3 }), applies_to: appliesTo }),
    fc.record({ any: fc.array(tie('test'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      at_least: fc.record({ count: pick(1, 2, 2), of: fc.array(tie('test'), { minLength: 2, maxLength: 4 }) }),
    }),
    fc.record({ not: tie('test') }),
  ),
})).test;
const ofPlatform = (test: Test): Test =>
  JSON.parse(JSON.stringify(test, (key, value) => (key === 'applies_to' ? undefined : value)));

const criterion = fc.record({
  level: pick(2, 2, 3, 3, 4),
  role: pick<Criterion['role']>('required', 'required', 'required', 'required', 'supporting', 'anchor', 'limiter'),
  scope: pick<Criterion['scope']>('capability', 'capability', 'platform'),
  test: deep,
  effective_from: maybe(pick('2026-06-30', '2026-07-01'), 8),
  applies_to: appliesTo,
  caps_at: fc.integer({ min: 1, max: 3 }),
});
const criteria = fc.array(criterion, { minLength: 1, maxLength: 9, size: 'max' }).map((list) =>
  list.map(({ level, caps_at, ...rest }, i) => {
    const gate = rest.role === 'anchor' || rest.role === 'limiter';
    const id = `USE-${gate ? 1 : level}.${String.fromCharCode(97 + i)}`;
    const test = rest.scope === 'platform' ? ofPlatform(rest.test) : rest.test;
    return clean(buildCriterion(id, { ...rest, test, ...(rest.role === 'limiter' ? { caps_at } : {}) }));
  }),
);

const place = pick<string | null>(...CAPABILITIES, null);
const day = fc.record({
  age: pick(0, 1, 2, 5, 6, 7, 8, 29, 30, 89, 90, 91, 130, 300),
  values: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  /** of the last value, in hours after midnight; today, asOf is noon */
  hour: fc.integer({ min: 0, max: 12 }),
});
const series = fc
  .record({
    metric: pick('uses', 'state', 'breadth', 'wait', 'failed', 'runs'),
    capability: place,
    channel: pick('web', 'chat', null),
    days: fc.uniqueArray(day, { selector: (one) => one.age, minLength: 1, maxLength: 5 }),
  })
  .map(({ channel, days, ...one }) => ({
    ...one,
    labels: channel && ['state', 'runs'].includes(one.metric) ? { channel } : ({} as Record<string, string>),
    source: `source-${channel}`,
    days: days.map(({ age, values, hour }) => dayOf(one.metric, dayBefore(age), { values, hour })),
  }));
function dayOf(metric: string, date: string, { values, hour }: { values: number[]; hour: number }) {
  const at = `${date}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const sum = values.reduce((a, b) => a + b, 0);
  const extremes = { min: Math.min(...values), max: Math.max(...values), count: values.length };
  const base = { day: date, last: values.at(-1) ?? 0, lastAt: at, sum, ...extremes };
  if (metric !== 'wait') return base;
  const pairs = [...new Set(values)].toSorted((a, b) => a - b);
  return { ...base, values: pairs.map((v): [number, number] => [v, values.filter((one) => one === v).length]) };
}

const survey = fc
  .record({
    question: pick('clear', 'direction', 'reason', 'usability'),
    capability: place,
    audience: pick('all', 'all', 'team:web'),
    n: fc.integer({ min: 4, max: 40 }),
    part: fc.integer({ min: 0, max: 10 }),
    more: pick(0, 2, 50),
    age: pick(0, 10, 30, 31, 200, 201),
    hidden: pick(false, false, false, true),
  })
  .map(({ n, part, more, age, hidden, ...one }): Bundle['surveys'][number] => {
    const good = Math.round((n * part) / 10);
    const shape: Partial<Bundle['surveys'][number]> =
      one.question === 'usability'
        ? { counts: null, mean: part * 10, sd: part % 5 === 0 ? 0 : 11 }
        : { counts: one.question === 'reason' ? { must: good, value: 0, other: n - good } : { 1: n - good, 5: good } };
    const nothing = { n: null, counts: null, mean: null, sd: null };
    const rest = { ...one, cycle: `cycle-${age}`, invited: n + more, observedAt: daysBefore(age) };
    return { ...buildSurvey(one.question, good, n, rest), ...clean(shape), ...(hidden ? nothing : {}) };
  });

const unique = <T>(list: T[], keyOf: (item: T) => string) => [
  ...new Map(list.map((one) => [keyOf(one), one])).values(),
];

/** A bundle with evidence of every kind for these criteria. */
function bundleFor(list: readonly Criterion[]): fc.Arbitrary<Bundle> {
  const id = pick(...list.map((one) => one.id));
  const answer = fc
    .record({
      criterion: id,
      capability: place,
      answer: pick('yes', 'no', 'mostly', 'fully'),
      age: pick(0, 1, 29, 30, 99, 100, 364, 365, 366),
      review: pick<'none' | 'done' | 'late'>('none', 'done', 'done', 'late'),
      link: pick(null, 'https://example.org/x', 'ftp://example.org/x'),
      alone: pick(false, false, true),
    })
    .map(({ age, review, alone, ...one }) => {
      const reviewedAt = review === 'none' ? null : daysBefore(review === 'late' ? -1 : Math.max(0, age - 1));
      return buildAttestation(one.criterion, {
        ...one,
        answeredAt: daysBefore(age),
        reviewedAt,
        selfApproved: alone && review === 'done',
      });
    });
  const approval = { criterion: id, capability: place, approvedAt: pick(daysBefore(9), daysBefore(0), daysBefore(-1)) };
  const exemption = fc.record({
    ...approval,
    expiresAt: pick(daysBefore(-9), daysBefore(0)),
    selfApproved: pick(false),
  });
  const capability = fc.record({
    state: pick<'offered' | 'not_offered'>('offered', 'offered', 'offered', 'offered', 'not_offered'),
    mandatory: fc.boolean(),
    consumption: pick<'requested' | 'interactive'>('requested', 'interactive'),
    weight: pick(0, 0.1, 1, 2.5),
  });
  const claim = fc.record({ aspect: pick('use'), capability: place, claimed: pick(1, 2.5, null) });
  const failing = fc.record({
    metric: pick('uses', 'state', 'failed', 'runs', 'wait', 'breadth'),
    capability: place,
    since: pick(daysBefore(1), daysBefore(-1)),
    message: pick('refused'),
  });
  return fc
    .record({
      asOf: pick(AS_OF, AS_OF, '2026-06-30T00:00:00.000Z', '2026-06-29T23:59:59.999Z'),
      capabilities: fc.tuple(capability, capability),
      targets: fc.uniqueArray(
        fc.record({ capability: pick(...CAPABILITIES), aspect: pick('use'), level: fc.integer({ min: 1, max: 4 }) }),
        { selector: (one) => one.capability, maxLength: 2 },
      ),
      exemptions: fc.array(exemption, { maxLength: 3 }),
      notApplicable: fc.array(fc.record({ ...approval, selfApproved: pick(false) }), { maxLength: 1 }),
      attestations: fc.array(answer, { minLength: 8, maxLength: 30, size: 'max' }),
      selfAssessment: fc.array(claim, { maxLength: 3 }),
      metrics: fc.array(series, { minLength: 14, maxLength: 40, size: 'max' }),
      sourceErrors: fc.array(failing, { maxLength: 2 }),
      surveys: fc.array(survey, { minLength: 5, maxLength: 16, size: 'max' }),
    })
    .map(({ capabilities, targets, ...lists }) => {
      const keyed = capabilities.map((one, i) => buildCapability({ ...one, key: CAPABILITIES[i] ?? '' }));
      const where = (one: { capability: string | null }) => one.capability ?? '';
      return buildBundle({
        ...lists,
        settings: { capabilities: keyed, targets, minimumGroup: 5 },
        exemptions: unique(lists.exemptions, (one) => `${one.criterion} ${where(one)}`),
        attestations: unique(lists.attestations, (one) => `${one.criterion} ${where(one)} ${one.answeredAt}`),
        selfAssessment: unique(lists.selfAssessment, where),
        metrics: unique(lists.metrics, (one) => `${one.metric} ${where(one)} ${JSON.stringify(one.labels)}`),
        surveys: unique(lists.surveys, (one) => `${one.question} ${where(one)} ${one.audience} ${one.observedAt}`),
      });
    });
}

/** A rubric’s criteria with a bundle for them. */
export const arbitraryWideCase = criteria.chain((list) =>
  fc.record({ criteria: fc.constant(list), bundle: bundleFor(list) }),
);
