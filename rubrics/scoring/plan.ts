import type { CompiledCriterion, CompiledTest, LeafTest } from '../compiled.ts';
import type { Bundle } from '../evidence/bundle.ts';
import { keyOf } from '../evidence/day-columns.ts';
import { type Evidence, surveyKey } from '../evidence/load-bundle.ts';
import type { Rubric } from '../rubric.ts';
import { appliesTo, type Capability } from './applies-to.ts';
import { ATTESTATION, METRIC, SURVEY } from './codes.ts';
import type { CellPlan } from './plan-cell.ts';
import { aimCells, planCell } from './plan-cell.ts';
import { type Bar, barOf } from './verdict.ts';

/** A leaf with its address in a bundle: what is tested once for a criterion and capability. */
export type LeafPlan = {
  test: LeafTest;
  kind: number;
  limiter: boolean;
  /** metric: series; survey: aggregates; attestation: answers */
  key: string;
  denominatorKey: string | null;
  bar: Bar;
};

/** A test without the children that `applies_to` leaves out. Leaves carry their place in `Plan.leaves`. */
export type Node =
  | { kind: 'leaf'; leaf: number }
  | { kind: 'all' | 'any' | 'at_least' | 'not'; count: number; children: readonly Node[] };

/** A criterion tested for a capability, or for the platform. */
export type TestPlan = {
  criterion: CompiledCriterion;
  capability: string | null;
  /** `keyOf(criterion, capability)`: of exemptions and approvals */
  key: string;
  /** null: `applies_to` leaves it out */
  node: Node | null;
  /** the kinds of all leaves, as bits */
  kinds: number;
};

/** A rubric laid out for the capabilities and targets of a platform. Evidence plays no part in it. */
export type Plan = {
  leaves: readonly LeafPlan[];
  /** the bars of the leaves, in columns */
  bars: { ops: Uint8Array; thresholds: Float64Array; floors: Float64Array };
  tests: readonly TestPlan[];
  /** of a test that is one leaf its place in `leaves`, else NO_LEAF */
  onlyLeaf: Int32Array;
  testByKey: ReadonlyMap<string, number>;
  /** tests whose criterion comes into force some day */
  announceable: readonly number[];
  cells: readonly CellPlan[];
};

export const NO_LEAF = -1;

type Plans = { bySettings: Map<string, Plan>; byShape: Map<string, Plan> };
const plans = new WeakMap<Rubric, Plans>();
const KEPT = 64;

/**
 * The plan of a rubric for the settings of a bundle; made once for equal settings. Platforms that offer the same capabilities
 * share all of it but what each weighs and aims at.
 */
export function planFor(rubric: Rubric, { settings, settingsKey }: Pick<Evidence, 'settings' | 'settingsKey'>): Plan {
  const known = plans.get(rubric) ?? { bySettings: new Map(), byShape: new Map() };
  plans.set(rubric, known);
  return kept(known.bySettings, settingsKey, () => {
    if (rubric.rollUp !== 'gated') return makePlan(rubric, settings);
    const shape = kept(known.byShape, shapeOf(settings), () => makePlan(rubric, settings));
    return { ...shape, cells: aimCells(shape.cells, rubric, settings) };
  });
}

function kept(known: Map<string, Plan>, key: string, make: () => Plan): Plan {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (known.size >= KEPT) known.clear();
  known.set(key, made);
  return made;
}

/** All of the settings that `applies_to` can see. */
const shapeOf = ({ capabilities }: Bundle['settings']) =>
  JSON.stringify(capabilities.map(({ key, consumption, mandatory }) => [key, consumption, mandatory]));

function makePlan(rubric: Rubric, settings: Bundle['settings']): Plan {
  const leaves: LeafPlan[] = [];
  const tests: TestPlan[] = [];
  const testByKey = new Map<string, number>();
  const add = (criterion: CompiledCriterion, capability: Capability | null) => {
    const key = keyOf(criterion.source.id, capability?.key ?? null);
    testByKey.set(key, tests.length);
    tests.push(planTest(criterion, capability, key, leaves));
  };
  for (const criterion of rubric.criteria) {
    if (criterion.ofPlatform) add(criterion, null);
    else for (const capability of settings.capabilities) add(criterion, capability);
  }
  const cells = settings.capabilities.flatMap((capability) =>
    rubric.aspects.map((_, aspect) => planCell({ rubric, settings, tests, testByKey }, capability, aspect)),
  );
  const announceable = [...tests.keys()].filter(
    (i) => (tests[i]?.criterion.effectiveFromMs ?? 0) > Number.NEGATIVE_INFINITY,
  );
  const bars = {
    ops: Uint8Array.from(leaves, (leaf) => leaf.bar.op),
    thresholds: Float64Array.from(leaves, (leaf) => leaf.bar.threshold),
    floors: Float64Array.from(leaves, (leaf) => leaf.bar.floor),
  };
  const onlyLeaf = Int32Array.from(tests, ({ node }) => (node?.kind === 'leaf' ? node.leaf : NO_LEAF));
  return { leaves, bars, tests, onlyLeaf, testByKey, announceable, cells };
}

function planTest(
  criterion: CompiledCriterion,
  capability: Capability | null,
  key: string,
  leaves: LeafPlan[],
): TestPlan {
  const fits = capability === null || appliesTo(criterion.appliesTo, capability);
  const first = leaves.length;
  const node = fits ? planNode(criterion.test, criterion, capability, leaves) : null;
  const kinds = leaves.slice(first).reduce((all, leaf) => all | leaf.kind, 0);
  return {
    criterion,
    capability: capability?.key ?? null,
    key,
    node,
    kinds,
  };
}

function planNode(
  { appliesTo: condition, test }: CompiledTest,
  criterion: CompiledCriterion,
  capability: Capability | null,
  leaves: LeafPlan[],
): Node | null {
  if (capability !== null && !appliesTo(condition, capability)) return null;
  if ('children' in test) {
    const children = test.children.flatMap((child) => planNode(child, criterion, capability, leaves) ?? []);
    return children.length === 0 ? null : { kind: test.kind, count: test.count, children };
  }
  leaves.push(planLeaf(test, criterion, capability?.key ?? null));
  return { kind: 'leaf', leaf: leaves.length - 1 };
}

function planLeaf(test: LeafTest, criterion: CompiledCriterion, capability: string | null): LeafPlan {
  const limiter = criterion.role === 'limiter';
  if (test.kind === 'attestation') {
    return {
      test,
      kind: ATTESTATION,
      limiter,
      key: keyOf(criterion.source.id, capability),
      denominatorKey: null,
      bar: barOf('>=', test.requiredRank),
    };
  }
  const own = test.ofPlatform ? null : capability;
  if (test.kind === 'survey') {
    const key = surveyKey(test.question, own, test.audience);
    return { test, kind: SURVEY, limiter, key, denominatorKey: null, bar: barOf(test.op, test.threshold, test.floor) };
  }
  const denominatorKey =
    test.denominator === null ? null : keyOf(test.denominator, test.denominatorOfPlatform ? null : capability);
  return {
    test,
    kind: METRIC,
    limiter,
    key: keyOf(test.metric, own),
    denominatorKey,
    bar: barOf(test.op, test.threshold),
  };
}
