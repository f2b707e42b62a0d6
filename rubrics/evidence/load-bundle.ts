import { type Bundle, bundleSchema } from './bundle.ts';
import { sha256Hex } from './canonical.ts';
import { canonicalBundle } from './canonical-bundle.ts';
import { type DayColumns, keyOf, layOutDays, type Series } from './day-columns.ts';
import { dayOf } from './days.ts';
import { type Claims, sortBundle } from './sort-bundle.ts';

/** Times are parsed once, at the door. */
export type SurveyAggregate = Bundle['surveys'][number] & { readonly observedAtMs: number };
export type Attestation = Bundle['attestations'][number] & {
  readonly answeredAtMs: number;
  readonly reviewed: boolean;
};
export type SourceError = Bundle['sourceErrors'][number];
export type Exemption = Bundle['exemptions'][number];
export type NotApplicable = Bundle['notApplicable'][number];

/** Settings and evidence of one instant, laid out for scoring. Nothing in it is later than `asOf`. Treat it as read-only. */
export type Evidence = {
  readonly asOf: string;
  readonly asOfMs: number;
  readonly asOfDay: number;
  readonly settings: Bundle['settings'];
  /** equal for equal settings */
  readonly settingsKey: string;
  readonly columns: DayColumns;
  /** by `keyOf(metric, capability)` */
  readonly series: ReadonlyMap<string, readonly Series[]>;
  /** by `surveyKey`, newest first */
  readonly surveys: ReadonlyMap<string, readonly SurveyAggregate[]>;
  /** by `keyOf(criterion, capability)`, newest first */
  readonly attestations: ReadonlyMap<string, readonly Attestation[]>;
  /** by `keyOf(metric, capability)` */
  readonly sourceErrors: ReadonlyMap<string, SourceError>;
  /** in force at `asOf`, by `keyOf(criterion, capability)` */
  readonly exemptions: ReadonlyMap<string, Exemption>;
  readonly notApplicable: ReadonlyMap<string, NotApplicable>;
  /** claimed levels, by `keyOf(aspect, capability)` */
  readonly claims: ReadonlyMap<string, number>;
};

/** A bundle that was checked, sorted, hashed and indexed. */
export type LoadedBundle = Evidence & {
  readonly bundle: Bundle;
  /** hash of the canonical JSON of the sorted bundle */
  readonly sha256: string;
};

/** The key of a survey aggregate: question, capability (null: the platform) and audience. */
export const surveyKey = (question: string, capability: string | null, audience: string) =>
  `${keyOf(question, capability)}\u0000${audience}`;

/** A bundle that contradicts itself. */
export class BundleError extends Error {
  override name = 'BundleError';
}

/** Checks, sorts, hashes and indexes a bundle. Throws a ZodError on a document that is none, a BundleError on contradictions. */
export function loadBundle(value: unknown): LoadedBundle {
  return loadParsedBundle(bundleSchema.parse(value));
}

/** The same for a bundle that is known to follow the schema. Throws a BundleError on contradictions. */
export function loadParsedBundle(parsed: Bundle): LoadedBundle {
  const bundle = sortBundle(parsed);
  refuseDuplicates(bundle);
  const asOfMs = Date.parse(bundle.asOf);
  return {
    bundle,
    sha256: sha256Hex(canonicalBundle(bundle)),
    asOf: bundle.asOf,
    asOfMs,
    asOfDay: dayOf(asOfMs),
    settings: bundle.settings,
    settingsKey: settingsKeyOf(bundle.settings),
    ...layOutDays(bundle.metrics, asOfMs),
    ...indexClaims(bundle, asOfMs),
  };
}

/** The key of settings that are in canonical order. */
export const settingsKeyOf = (settings: Bundle['settings']): string => JSON.stringify(settings);

/** What people said and sources failed at, sorted as in a bundle, up to an instant and by what it belongs to. */
export function indexClaims(claims: Claims, asOfMs: number) {
  const until = (time: string) => Date.parse(time) <= asOfMs;
  return {
    surveys: grouped(surveysOf(claims, asOfMs), (one) => surveyKey(one.question, one.capability, one.audience)),
    attestations: grouped(attestationsOf(claims, asOfMs), (one) => keyOf(one.criterion, one.capability)),
    sourceErrors: indexed(
      claims.sourceErrors.filter((one) => until(one.since)),
      (one) => keyOf(one.metric, one.capability),
    ),
    exemptions: indexed(
      claims.exemptions.filter((one) => until(one.approvedAt) && !until(one.expiresAt)),
      (one) => keyOf(one.criterion, one.capability),
    ),
    notApplicable: indexed(
      claims.notApplicable.filter((one) => until(one.approvedAt)),
      (one) => keyOf(one.criterion, one.capability),
    ),
    claims: new Map(
      claims.selfAssessment.flatMap(({ aspect, capability, claimed }) =>
        claimed === null ? [] : [[keyOf(aspect, capability), claimed] as const],
      ),
    ),
  };
}

function refuseDuplicates({ settings, metrics }: Bundle): void {
  const twice = (keys: string[]) => keys.find((key, i) => key === keys[i - 1]);
  const capability = twice(settings.capabilities.map((one) => one.key));
  if (capability !== undefined) throw new BundleError(`The capability "${capability}" stands twice in this bundle.`);
  const target = twice(settings.targets.map((one) => `${one.capability}/${one.aspect}`));
  if (target !== undefined) throw new BundleError(`The target of ${target} stands twice in this bundle.`);
  const item = twice(settings.itemTargets?.map((one) => `${one.capability}/${one.criterion}`) ?? []);
  if (item !== undefined) throw new BundleError(`The target of ${item} stands twice in this bundle.`);
  for (const series of metrics) {
    const day = twice(series.days.map((one) => one.day));
    if (day !== undefined)
      throw new BundleError(`A series of "${series.metric}" has the day ${day} twice in this bundle.`);
  }
}

/** Newest first; the sort is stable, so equal times keep the canonical order. */
function surveysOf({ surveys }: Claims, asOfMs: number): SurveyAggregate[] {
  const timed = surveys.map((one) => ({ ...one, observedAtMs: Date.parse(one.observedAt) }));
  return timed.filter((one) => one.observedAtMs <= asOfMs).toSorted((a, b) => b.observedAtMs - a.observedAtMs);
}

/** Newest first. A review after `asOf` has not happened yet. */
function attestationsOf({ attestations }: Claims, asOfMs: number): Attestation[] {
  const timed = attestations.map((one) => ({
    ...one,
    answeredAtMs: Date.parse(one.answeredAt),
    reviewed: one.reviewedAt !== null && Date.parse(one.reviewedAt) <= asOfMs,
  }));
  return timed.filter((one) => one.answeredAtMs <= asOfMs).toSorted((a, b) => b.answeredAtMs - a.answeredAtMs);
}

function grouped<T>(list: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const indexed = <T>(list: readonly T[], key: (item: T) => string) => new Map(list.map((item) => [key(item), item]));
