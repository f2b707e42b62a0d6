import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Criterion, Pack, Test } from '#rubrics/pack.ts';
import { round } from './reference-intervals.ts';
import { applies, type Kind, type Outcome, type Subject, test } from './reference-leaves.ts';

/**
 * docs/scoring.md §§3.2–5 once more, written from its text alone: naive and slow, to be compared with the engine.
 * Nothing here is taken from `rubrics/`, but the types of what goes in.
 */
type Capability = Bundle['settings']['capabilities'][number];
type Judged = {
  id: string;
  level: number;
  role: Criterion['role'];
  inherited: boolean;
  state: 'not_applicable' | 'announced' | 'exempt' | 'met' | 'not_met' | 'unknown';
  reason?: string;
  own: Outcome;
  capsAt: number;
  /** the kinds of all its leaves */
  leaves: Set<Kind>;
};
const WEIGHT = { required: 2, supporting: 1, anchor: 0, limiter: 0 };
const LEVELS = [2, 3, 4];

/** The kinds of the leaves that apply here. */
function leavesOf(one: Test, capability: Capability): Kind[] {
  if (!applies(one.applies_to, capability)) return [];
  if ('metric' in one) return ['metric'];
  if ('survey' in one) return ['survey'];
  if ('attestation' in one) return ['attestation'];
  if ('not' in one) return leavesOf(one.not, capability);
  return ('all' in one ? one.all : 'any' in one ? one.any : one.at_least.of).flatMap((child) =>
    leavesOf(child, capability),
  );
}

/** One criterion in one cell (§3.2). */
function judge(pack: Pack, bundle: Bundle, criterion: Criterion, capability: Capability): Judged {
  const ofPlatform = criterion.scope === 'platform';
  const asOf = Date.parse(bundle.asOf);
  const subject: Subject = { pack, bundle, criterion, capability: ofPlatform ? null : capability };
  const here = <T extends { criterion: string; capability: string | null; approvedAt: string }>(list: T[]) =>
    list.filter(
      (one) =>
        one.criterion === criterion.id &&
        one.capability === (ofPlatform ? null : capability.key) &&
        Date.parse(one.approvedAt) <= asOf,
    );
  const own = test(criterion.test, subject);
  const base = {
    id: criterion.id,
    level: criterion.level,
    role: criterion.role,
    inherited: ofPlatform,
    own: own ?? { verdict: 'unknown', kinds: new Set<Kind>(), stale: false, self: false },
    capsAt: criterion.caps_at ?? 0,
    leaves: new Set(leavesOf(criterion.test, capability)),
  } as const;
  if (!applies(criterion.applies_to, capability) || own === null || here(bundle.notApplicable).length > 0)
    return { ...base, state: 'not_applicable' };
  if (criterion.effective_from && asOf < Date.parse(`${criterion.effective_from}T00:00:00Z`))
    return { ...base, state: 'announced' };
  if (here(bundle.exemptions).some((one) => asOf < Date.parse(one.expiresAt))) return { ...base, state: 'exempt' };
  return { ...base, state: own.verdict, ...(own.reason ? { reason: own.reason } : {}) };
}

type Rule = {
  /** whether a graded criterion counts as met */
  met: (one: Judged) => boolean;
  /** whether a limiter acts */
  acts: (one: Judged) => boolean;
  /** what the anchors let through */
  anchors: 'pass' | 'unknown' | 'fail';
};

const inForce = (list: Judged[]) => list.filter((one) => one.state !== 'not_applicable' && one.state !== 'announced');
const graded = (list: Judged[]) => list.filter((one) => one.role === 'required' || one.role === 'supporting');
const requiredAt = (list: Judged[], level: number) =>
  list.filter((one) => one.role === 'required' && one.level === level);
const nonEmpty = (list: Judged[]) => LEVELS.filter((level) => requiredAt(list, level).length > 0);

/** §4: raw, then the caps. */
function levelBy(list: Judged[], rule: Rule): number | null {
  if (rule.anchors === 'fail') return null;
  const achieved = (top: number) =>
    rule.anchors === 'pass' && LEVELS.filter((l) => l <= top).every((l) => requiredAt(list, l).every(rule.met));
  const raw = nonEmpty(list).filter(achieved).at(-1) ?? 1;
  return Math.min(raw, ...list.filter((one) => one.role === 'limiter' && rule.acts(one)).map((one) => one.capsAt));
}

function anchorsOf(list: Judged[], verdict: (one: Judged) => string): Rule['anchors'] {
  const states = list.filter((one) => one.role === 'anchor').map(verdict);
  if (states.includes('not_met')) return 'fail';
  return states.includes('unknown') ? 'unknown' : 'pass';
}

const counts = (one: Judged) => one.state === 'met' || one.state === 'exempt';
const unsure = (one: Judged) => one.state === 'unknown' || (one.state !== 'exempt' && one.own.stale);

function levels(list: Judged[]) {
  const anchors = anchorsOf(list, (one) => one.state);
  const acts = (one: Judged) => one.state === 'met';
  return {
    level: levelBy(list, { met: counts, acts, anchors }),
    low: levelBy(list, {
      met: counts,
      acts: (one) => acts(one) || unsure(one),
      anchors: anchors === 'unknown' ? 'fail' : anchors,
    }),
    high: levelBy(list, {
      met: (one) => counts(one) || one.state === 'unknown',
      acts: (one) => acts(one) && !unsure(one),
      anchors: anchors === 'unknown' ? 'pass' : anchors,
    }),
    levelWithoutExemptions: levelBy(list, {
      met: (one) => one.own.verdict === 'met',
      acts: (one) => one.own.verdict === 'met',
      anchors: anchorsOf(list, (one) => one.own.verdict),
    }),
  };
}

const weightOf = (list: Judged[]) => list.reduce((total, one) => total + WEIGHT[one.role], 0);
const between = (list: Judged[], from: number, to: number) =>
  graded(list).filter((one) => one.level >= from && one.level <= to);

function confidence(list: Judged[], set: Judged[]): string | null {
  // two of two, where applies_to leaves one: not met, and no evidence said so
  const sure = set.filter((one) => (one.state === 'met' || one.state === 'not_met') && one.own.kinds.size > 0);
  if (sure.length === 0) return null;
  const kinds = new Set(sure.flatMap((one) => [...one.own.kinds]));
  const onWordAlone = (one: Judged) => [...one.own.kinds].every((kind) => kind === 'attestation');
  const trusts = !sure.some((one) => one.role === 'required' && onWordAlone(one));
  const gates = list.filter((one) => (one.role === 'anchor' || one.role === 'limiter') && one.state !== 'exempt');
  if ([...sure, ...gates].some((one) => one.own.self)) return 'low';
  const points = (kinds.size >= 2 ? 1 : 0) + (trusts ? 1 : 0);
  const unchecked = list.some((one) => one.role === 'limiter' && one.state === 'unknown');
  if (points === 2 && !unchecked) return 'high';
  return points >= 1 ? 'medium' : 'low';
}

/** The level by the criteria whose leaves are all of one kind, up to the first level without a required one. */
function levelOfKind(list: Judged[], kind: Kind): number | null {
  const mine = list.filter((one) => one.role !== 'anchor' && one.leaves.size === 1 && one.leaves.has(kind));
  const gap = LEVELS.find((level) => requiredAt(mine, level).length === 0) ?? 5;
  const level = levelBy(
    mine.filter((one) => one.role === 'limiter' || one.level < gap),
    { met: counts, acts: (one) => one.state === 'met', anchors: 'pass' },
  );
  return gap === 2 ? null : level;
}

/** One cell of the scorecard. */
function cellOf(pack: Pack, bundle: Bundle, capability: Capability, aspect: string) {
  const all = pack.criteria
    .filter((one) => one.aspect === aspect && (one.scope === 'capability' || applies(one.applies_to, capability)))
    .map((one) => judge(pack, bundle, one, capability))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const own = bundle.settings.targets.find((one) => one.capability === capability.key && one.aspect === aspect);
  const usual = (capability.mandatory ? pack.pack.targets.mandatory?.[aspect] : undefined) ?? pack.pack.targets.default;
  const claim = (key: string | null) =>
    bundle.selfAssessment.find((one) => one.aspect === aspect && one.capability === key)?.claimed ?? null;
  const common = {
    capability: capability.key,
    aspect,
    target: own?.level ?? usual,
    claimed: claim(capability.key) ?? claim(null),
    criteria: all,
  };
  const list = inForce(all);
  const unplaced = { level: null, low: null, high: null, progress: null, position: null, coverage: null };
  const absent = { ...unplaced, levelWithoutExemptions: null, felt: null, measured: null, confidence: null };
  const found = levels(list);
  if (nonEmpty(list).length === 0) return { ...common, ...absent, state: 'not_applicable' };
  if (capability.state === 'not_offered' || found.level === null) return { ...common, ...absent, state: 'not_offered' };
  const kinds = { felt: levelOfKind(list, 'survey'), measured: levelOfKind(list, 'metric') };
  const { level } = found;
  const next = nonEmpty(list).find((one) => one > level) ?? null;
  const way = next === null ? [] : between(list, level + 1, next);
  const progress = weightOf(way) === 0 ? null : round(weightOf(way.filter(counts)) / weightOf(way));
  const set = between(list, 2, next ?? 4);
  const sure = set.filter((one) => one.own.verdict !== 'unknown');
  return {
    ...common,
    ...found,
    ...kinds,
    state: 'scored',
    progress,
    position: round(level + 0.99 * (progress ?? 0)),
    coverage: round(weightOf(sure) / weightOf(set)),
    confidence: confidence(list, set),
  };
}

/** §5: 1 − Σ w·max(0, target − max(level, floor)) / Σ w·(target − floor) */
function percent(
  cells: { state: string; capability: string; target: number; level: number | null }[],
  bundle: Bundle,
  floor: number,
): number | null {
  const weight = (key: string) => bundle.settings.capabilities.find((one) => one.key === key)?.weight ?? 0;
  const sum = (values: number[]) => values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0);
  const counted = cells.filter((one) => one.state !== 'not_applicable');
  const missing = sum(
    counted.map((one) => weight(one.capability) * Math.max(0, one.target - Math.max(one.level ?? floor, floor))),
  );
  const whole = sum(counted.map((one) => weight(one.capability) * (one.target - floor)));
  return whole === 0 ? null : round(1 - missing / whole);
}

/** What `score` should say, as far as a reader of the contract can tell. */
export function referenceScore(pack: Pack, bundle: Bundle) {
  const capabilities = bundle.settings.capabilities.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const cells = capabilities.flatMap((capability) =>
    pack.pack.aspects.map((aspect) => cellOf(pack, bundle, capability, aspect.key)),
  );
  const by = (bound: 'level' | 'low' | 'high') =>
    percent(
      cells.map((cell) => ({ ...cell, level: cell[bound] })),
      bundle,
      pack.pack.floor,
    );
  return { cells, percentToTarget: { value: by('level'), low: by('low'), high: by('high') } };
}
