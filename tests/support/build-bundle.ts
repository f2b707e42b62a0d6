import type { Bundle } from '#rubrics/evidence/bundle.ts';

export const AS_OF = '2026-06-30T12:00:00.000Z';
const DAY_MS = 86_400_000;

/** The date so many days before AS_OF. */
export const dayBefore = (days: number) => new Date(Date.parse(AS_OF) - days * DAY_MS).toISOString().slice(0, 10);
/** The instant so many days before AS_OF, at noon like it. */
export const daysBefore = (days: number) => new Date(Date.parse(AS_OF) - days * DAY_MS).toISOString();

/** A bundle with one offered capability, `builds`, and no evidence. */
export function buildBundle(changes: Partial<Bundle> = {}): Bundle {
  return {
    schema: 'plumbline/bundle/1',
    platform: 'main',
    asOf: AS_OF,
    settings: { capabilities: [buildCapability()], targets: [], minimumGroup: 5 },
    exemptions: [],
    notApplicable: [],
    attestations: [],
    selfAssessment: [],
    metrics: [],
    sourceErrors: [],
    surveys: [],
    ...changes,
  };
}

type Capability = Bundle['settings']['capabilities'][number];
export function buildCapability(changes: Partial<Capability> = {}): Capability {
  return {
    key: 'builds',
    name: 'Builds',
    state: 'offered',
    consumption: 'requested',
    mandatory: false,
    weight: 1,
    owner: null,
    ...changes,
  };
}

/** One day of a series with as many equal samples as said, the last at noon. */
export function buildDay(day: string, value: number, count = 1): Bundle['metrics'][number]['days'][number] {
  return { day, last: value, lastAt: `${day}T12:00:00.000Z`, sum: value * count, count, min: value, max: value };
}

/** A series: its values by days before AS_OF. */
export function buildSeries(
  metric: string,
  values: Record<number, number>,
  changes: Partial<Bundle['metrics'][number]> = {},
): Bundle['metrics'][number] {
  const days = Object.entries(values).map(([age, value]) => buildDay(dayBefore(Number(age)), value));
  return {
    metric,
    capability: 'builds',
    labels: {},
    source: 'metrics-api',
    days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    ...changes,
  };
}

export function buildAttestation(
  criterion: string,
  changes: Partial<Bundle['attestations'][number]> = {},
): Bundle['attestations'][number] {
  return {
    criterion,
    capability: 'builds',
    answer: 'yes',
    link: null,
    answeredAt: daysBefore(10),
    reviewedAt: daysBefore(9),
    selfApproved: false,
    ...changes,
  };
}

/** A released aggregate of an agreement question: so many favourable of so many answers. */
export function buildSurvey(
  question: string,
  favourable: number,
  n: number,
  changes: Partial<Bundle['surveys'][number]> = {},
): Bundle['surveys'][number] {
  return {
    cycle: 'spring',
    question,
    capability: 'builds',
    audience: 'all',
    observedAt: daysBefore(10),
    invited: n,
    n,
    counts: { 1: n - favourable, 2: 0, 3: 0, 4: favourable, 5: 0 },
    mean: null,
    sd: null,
    ...changes,
  };
}
