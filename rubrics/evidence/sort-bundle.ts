import type { Bundle } from './bundle.ts';
import { canonicalJson } from './canonical.ts';

/** The parts of a bundle beside its settings and metrics: what people said, and where sources failed. */
export type Claims = Pick<
  Bundle,
  'exemptions' | 'notApplicable' | 'attestations' | 'selfAssessment' | 'sourceErrors' | 'surveys'
>;

/** Puts every list of a bundle into one order, so that the order in which evidence was collected never shows in its hash. */
export function sortBundle(bundle: Bundle): Bundle {
  return {
    ...bundle,
    settings: sortSettings(bundle.settings),
    ...sortClaims(bundle),
    metrics: sorted(
      bundle.metrics.map((series) => ({ ...series, days: sorted(series.days, (one) => one.day).map(sortValues) })),
      (one) => `${one.metric} ${one.capability ?? ''} ${canonicalJson(one.labels)} ${one.source}`,
    ),
  };
}

/** Settings in canonical order: capabilities by key, targets by their place. Changes nothing that it is given. */
export function sortSettings(settings: Bundle['settings']): Bundle['settings'] {
  return {
    ...settings,
    capabilities: sorted(settings.capabilities, (one) => one.key),
    targets: sorted(settings.targets, (one) => `${one.capability} ${one.aspect}`),
    ...(settings.itemTargets && {
      itemTargets: sorted(settings.itemTargets, (one) => `${one.capability} ${one.criterion}`),
    }),
  };
}

/** What people said and sources failed at, in canonical order. Changes nothing that it is given. */
export function sortClaims(claims: Claims): Claims {
  return {
    exemptions: sorted(claims.exemptions, ofCriterion),
    notApplicable: sorted(claims.notApplicable, ofCriterion),
    attestations: sorted(claims.attestations, (one) => `${ofCriterion(one)} ${one.answeredAt}`),
    selfAssessment: sorted(claims.selfAssessment, (one) => `${one.aspect} ${one.capability ?? ''}`),
    sourceErrors: sorted(claims.sourceErrors, (one) => `${one.metric} ${one.capability ?? ''}`),
    surveys: sorted(claims.surveys, (one) => `${one.question} ${one.capability ?? ''} ${one.audience} ${one.cycle}`),
  };
}

const ofCriterion = (one: { criterion: string; capability: string | null }) =>
  `${one.criterion} ${one.capability ?? ''}`;
const sortValues = (day: Bundle['metrics'][number]['days'][number]) =>
  day.values ? { ...day, values: day.values.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]) } : day;

/** By a key, compared as UTF-16 like RFC 8785 does; equal keys by their whole canonical text. */
function sorted<T>(list: readonly T[], keyOf: (item: T) => string): T[] {
  const keyed = list.map((item) => ({ item, key: keyOf(item) }));
  keyed.sort((a, b) => compare(a.key, b.key) || compare(canonicalJson(a.item), canonicalJson(b.item)));
  return keyed.map(({ item }) => item);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
