import fc from 'fast-check';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Criterion, Test } from '#rubrics/pack.ts';
import {
  buildAttestation,
  buildBundle,
  buildCapability,
  buildSeries,
  buildSurvey,
  daysBefore,
} from './build-bundle.ts';
import { buildCriterion } from './build-rubric.ts';

const LETTERS = [...'abcdef'];
const CAPABILITIES = ['builds', 'data', 'secrets'];
export const ROLES = ['required', 'required', 'required', 'supporting', 'anchor', 'limiter'] as const;

const leaf: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    metric: fc.constantFrom('uses', 'state'),
    statistic: fc.constantFrom('latest', 'sum', 'min'),
    is: fc.constantFrom('>= 3', '<= 5', '> 8'),
  }),
  fc.record({
    metric: fc.constant('failed'),
    denominator: fc.constant('runs'),
    statistic: fc.constant('share'),
    is: fc.constantFrom('<= 20%', '>= 60%'),
  }),
  fc.record({
    survey: fc.constant('clear'),
    statistic: fc.constant('favourable'),
    is: fc.constantFrom('>= 50%', '<= 40%'),
  }),
  fc.constant<Test>({ attestation: 'yes' }),
);

const combined: fc.Arbitrary<Test> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ not: leaf }) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf, leaf).map((of): Test => ({ at_least: { count: 2, of } })) },
);

/** Absent seven times in eight. */
const rarely = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });

/** Criteria with ids of their own, of the roles given. */
export function arbitraryCriteria(
  roles: readonly Criterion['role'][],
  test: fc.Arbitrary<Test> = combined,
): fc.Arbitrary<Criterion[]> {
  const one = fc.record({
    level: fc.integer({ min: 2, max: 4 }),
    role: fc.constantFrom(...roles),
    scope: fc.constantFrom('capability', 'capability', 'platform'),
    test,
    effective_from: rarely(fc.constantFrom('2026-01-01', '2027-01-01')),
    applies_to: rarely(fc.constant({ mandatory: true })),
    caps_at: fc.integer({ min: 1, max: 3 }),
  });
  return fc.array(one, { minLength: 1, maxLength: 14 }).map((list) =>
    list.map(({ level, caps_at, ...rest }, i) => {
      const gate = rest.role === 'anchor' || rest.role === 'limiter';
      const id = `${['USE', 'OWN', 'RUN'][i % 3]}-${gate ? 1 : level}.${LETTERS[Math.floor(i / 3)]}`;
      return buildCriterion(id, { ...rest, level: gate ? 1 : level, ...(rest.role === 'limiter' ? { caps_at } : {}) });
    }),
  );
}

const capability = fc.constantFrom<string | null>(...CAPABILITIES, null);
const age = fc.integer({ min: 0, max: 300 });
const some = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most });
const unique = <T extends { capability: string | null }>(list: T[], keyOf: (item: T) => string) => [
  ...new Map(list.map((item) => [`${keyOf(item)} ${item.capability}`, item])).values(),
];

/** A bundle with evidence for some of the criteria. */
export function arbitraryBundle(criteria: readonly Criterion[]): fc.Arbitrary<Bundle> {
  const criterion = fc.constantFrom(...criteria.map((one) => one.id));
  const series = fc.record({
    metric: fc.constantFrom('uses', 'state', 'failed', 'runs'),
    capability,
    values: fc.dictionary(age.map(String), fc.integer({ min: 0, max: 10 }), { minKeys: 1, maxKeys: 4 }),
  });
  const survey = fc.record({
    capability,
    n: fc.integer({ min: 4, max: 40 }),
    favourable: fc.float({ min: 0, max: 1, noNaN: true }),
    more: fc.integer({ min: 0, max: 60 }),
    age,
  });
  const answer = fc.record({
    criterion,
    capability,
    answer: fc.constantFrom('yes', 'no'),
    age,
    reviewed: fc.boolean(),
    selfApproved: fc.boolean(),
  });
  const approval = fc.record({
    criterion,
    capability,
    approvedAt: fc.constantFrom(daysBefore(9), daysBefore(2)),
    selfApproved: fc.boolean(),
  });
  return fc
    .record({
      mandatory: fc.boolean(),
      series: some(series, 16),
      surveys: some(survey, 5),
      answers: some(answer, 24),
      exempt: some(approval, 3),
      notApplicable: some(approval, 2),
    })
    .map(({ mandatory, ...given }) =>
      buildBundle({
        settings: {
          capabilities: CAPABILITIES.map((key, i) =>
            buildCapability({ key, mandatory: mandatory && i === 0, weight: i + 0.1 }),
          ),
          targets: [],
          minimumGroup: 5,
        },
        metrics: unique(given.series, (one) => one.metric).map((one) =>
          buildSeries(one.metric, one.values, { capability: one.capability }),
        ),
        surveys: unique(given.surveys, () => 'clear').map((one) =>
          buildSurvey('clear', Math.round(one.favourable * one.n), one.n, {
            capability: one.capability,
            invited: one.n + one.more,
            observedAt: daysBefore(one.age),
          }),
        ),
        attestations: unique(given.answers, (one) => one.criterion).map((one) =>
          buildAttestation(one.criterion, {
            capability: one.capability,
            answer: one.answer,
            answeredAt: daysBefore(one.age + 1),
            reviewedAt: one.reviewed ? daysBefore(one.age) : null,
            selfApproved: one.selfApproved,
          }),
        ),
        exemptions: unique(given.exempt, (one) => one.criterion).map((one) => ({ ...one, expiresAt: daysBefore(-9) })),
        notApplicable: unique(given.notApplicable, (one) => one.criterion),
      }),
    );
}

/** A rubric’s criteria with a bundle for them. */
export const arbitraryCase = (roles: readonly Criterion['role'][], test?: fc.Arbitrary<Test>) =>
  arbitraryCriteria(roles, test).chain((criteria) =>
    fc.record({ criteria: fc.constant(criteria), bundle: arbitraryBundle(criteria) }),
  );
