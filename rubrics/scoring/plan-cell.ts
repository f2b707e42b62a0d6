import type { Bundle } from '../evidence/bundle.ts';
import { keyOf } from '../evidence/day-columns.ts';
import type { Rubric } from '../rubric.ts';
import { appliesTo, type Capability } from './applies-to.ts';
import { ATTESTATION, METRIC, meaningOf, STATE_CODES, SURVEY } from './codes.ts';
import type { TestPlan } from './plan.ts';
import type { CriterionResult } from './scorecard.ts';

/** Kept with the scoring version (docs/scoring.md §3): what a criterion weighs in progress and coverage. */
export const ROLE_WEIGHTS = { required: 2, supporting: 1, anchor: 0, limiter: 0 } as const;

/** The criteria of one cell in parallel lists, in the order of their ids. */
export type CellPlan = {
  capability: string;
  aspect: string;
  offered: boolean;
  weight: number;
  target: number;
  claimKey: string;
  claimOfPlatformKey: string;
  /** place in `Plan.tests` of every criterion */
  tests: Int32Array;
  levels: Uint8Array;
  /** 2 required, 1 supporting, 0 anchor or limiter */
  weights: Uint8Array;
  /** the kind of evidence if all leaves are of one kind, else 0 */
  soleKinds: Uint8Array;
  /** limiters: caps_at; anchors and graded criteria: 0 */
  caps: Uint8Array;
  ids: readonly string[];
  /** the result of a criterion by its state: `results[i * STATE_CODES + code]` */
  results: CriterionResult[];
};

type Context = {
  rubric: Rubric;
  settings: Bundle['settings'];
  tests: readonly TestPlan[];
  testByKey: ReadonlyMap<string, number>;
};

/** Lays out one cell. A criterion of the platform has a copy in it where its `applies_to` fits. */
export function planCell(
  { rubric, settings, tests, testByKey }: Context,
  capability: Capability,
  aspect: number,
): CellPlan {
  const name = rubric.aspects[aspect] ?? '';
  const mine = rubric.criteria.filter((one) => one.aspect === aspect && (!one.ofPlatform || copied(one, capability)));
  const places = mine.map((one) => testByKey.get(keyOf(one.source.id, one.ofPlatform ? null : capability.key)) ?? -1);
  return {
    capability: capability.key,
    aspect: name,
    offered: capability.state === 'offered',
    weight: capability.weight,
    target: targetOf(rubric, settings, capability, name),
    claimKey: keyOf(name, capability.key),
    claimOfPlatformKey: keyOf(name, null),
    tests: Int32Array.from(places),
    levels: Uint8Array.from(mine, (one) => one.source.level),
    weights: Uint8Array.from(mine, (one) => ROLE_WEIGHTS[one.role]),
    soleKinds: Uint8Array.from(places, (place) => soleKind(tests[place]?.kinds ?? 0)),
    caps: Uint8Array.from(mine, (one) => one.capsAt),
    ids: mine.map((one) => one.source.id),
    results: mine.flatMap(resultsOf),
  };
}

const copied = (criterion: TestPlan['criterion'], capability: Capability) =>
  appliesTo(criterion.appliesTo, capability) && appliesTo(criterion.test.appliesTo, capability);

const soleKind = (kinds: number) => (kinds === METRIC || kinds === SURVEY || kinds === ATTESTATION ? kinds : 0);

/** The level a cell aims at: its own, else the pack's for a mandatory capability, else the pack's default. */
function targetOf({ pack }: Rubric, settings: Bundle['settings'], capability: Capability, aspect: string): number {
  const own = settings.targets.find((one) => one.capability === capability.key && one.aspect === aspect);
  const mandatory = capability.mandatory ? pack.pack.targets.mandatory?.[aspect] : undefined;
  return own?.level ?? mandatory ?? pack.pack.targets.default;
}

const results = new WeakMap<TestPlan['criterion'], readonly CriterionResult[]>();

/** The result of a criterion for every state code; made once and shared by all scorecards, so nobody may write to it. */
function resultsOf(criterion: TestPlan['criterion']): readonly CriterionResult[] {
  const made = results.get(criterion) ?? Array.from({ length: STATE_CODES }, (_, code) => resultOf(criterion, code));
  results.set(criterion, made);
  return made;
}

function resultOf({ source, role, ofPlatform }: TestPlan['criterion'], code: number): CriterionResult {
  const { state, verdict, reason, stale } = meaningOf(code);
  const behind = state === 'exempt' || state === 'announced';
  return Object.freeze({
    id: source.id,
    level: source.level,
    role,
    inherited: ofPlatform,
    state,
    ...(reason === null ? {} : { reason }),
    ...(behind && verdict !== null ? { own: verdict } : {}),
    ...(stale ? { stale: true as const } : {}),
  });
}
