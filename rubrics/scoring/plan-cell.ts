import type { Bundle } from '../evidence/bundle.ts';
import { keyOf } from '../evidence/day-columns.ts';
import type { Rubric } from '../rubric.ts';
import { appliesTo, type Capability } from './applies-to.ts';
import { ATTESTATION, METRIC, meaningOf, STATE_CODES, SURVEY } from './codes.ts';
import { MOST_CRITERIA } from './level-sums.ts';
import type { TestPlan } from './plan.ts';
import { type CellItems, itemsOf } from './roll-ups/cell-items.ts';
import type { CriterionResult } from './scorecard.ts';
import { baseOf } from './sum-cell.ts';

/** Kept with the scoring version (docs/scoring.md §3): what a criterion weighs in progress and coverage. */
export const ROLE_WEIGHTS = { required: 2, supporting: 1, anchor: 0, limiter: 0 } as const;

/** Required and supporting criteria of levels 2 and up, by level: those of a level end at `ends[level]`. */
export type GradedList = { tests: Int32Array; bases: Uint8Array; ends: Int32Array };
/** The criteria that rest on one kind of evidence alone, in parallel lists. */
export type KindList = { tests: Int32Array; bases: Uint8Array; levels: Uint8Array };
/** Anchors (cap 0) and limiters, in parallel lists. */
export type GateList = { tests: Int32Array; caps: Uint8Array; soleKinds: Uint8Array; ids: readonly string[] };

/** One cell, laid out for scoring. `tests` are places in `Plan.tests`. */
export type CellPlan = {
  capability: string;
  aspect: string;
  offered: boolean;
  weight: number;
  target: number;
  claimKey: string;
  claimOfPlatformKey: string;
  graded: GradedList;
  felt: KindList;
  measured: KindList;
  gates: GateList;
  /** what the criteria count, in a pack that adds up answers; else null */
  items: CellItems | null;
  /** every criterion, in the order of their ids */
  tests: Int32Array;
  /** the result of a criterion by its state: `results[i * STATE_CODES + code]` */
  results: readonly CriterionResult[];
};

type Context = {
  rubric: Rubric;
  settings: Bundle['settings'];
  tests: readonly TestPlan[];
  testByKey: ReadonlyMap<string, number>;
};

/** What a cell has to know of a criterion. */
export type CellCriterion = Pick<TestPlan['criterion'], 'role' | 'ofPlatform' | 'capsAt'> & {
  readonly source: Pick<TestPlan['criterion']['source'], 'id' | 'level'>;
};
/** A criterion in a cell: its place in `Plan.tests`, and the kinds of all leaves there, as bits. */
export type CellEntry = { criterion: CellCriterion; test: number; kinds: number };
type About = Pick<CellPlan, 'capability' | 'aspect' | 'offered' | 'weight' | 'target'> & { items?: CellItems | null };
type Entry = { criterion: CellCriterion; test: number; level: number; soleKind: number };

/** Lays out one cell. A criterion of the platform has a copy in it where its `applies_to` fits. */
export function planCell(
  { rubric, settings, tests, testByKey }: Context,
  capability: Capability,
  aspect: number,
): CellPlan {
  const name = rubric.aspects[aspect] ?? '';
  const mine = rubric.criteria.filter((one) => one.aspect === aspect && (!one.ofPlatform || copied(one, capability)));
  const entries = mine.map((criterion): CellEntry => {
    const test = testByKey.get(keyOf(criterion.source.id, criterion.ofPlatform ? null : capability.key)) ?? 0;
    return { criterion, test, kinds: tests[test]?.kinds ?? 0 };
  });
  const target = targetOf(rubric, ownTargets(settings), capability, name);
  const about = {
    capability: capability.key,
    aspect: name,
    offered: capability.state === 'offered',
    weight: capability.weight,
    target,
    items: itemsOf(rubric, settings, { capability: capability.key, aspect, target, criteria: mine }),
  };
  return layOutCell(entries, about, rubric.top);
}

/** Lays out a cell of criteria in the order of their ids; `top` is the highest level. */
export function layOutCell(given: readonly CellEntry[], about: About, top: number): CellPlan {
  const entries = given.map(({ criterion, test, kinds }): Entry => {
    return { criterion, test, level: criterion.source.level, soleKind: soleKind(kinds) };
  });
  const graded = entries.filter((one) => ROLE_WEIGHTS[one.criterion.role] > 0 && one.level >= 2);
  return {
    ...about,
    items: about.items ?? null,
    claimKey: keyOf(about.aspect, about.capability),
    claimOfPlatformKey: keyOf(about.aspect, null),
    graded: gradedList(graded, top),
    felt: kindList(graded.filter((one) => one.soleKind === SURVEY)),
    measured: kindList(graded.filter((one) => one.soleKind === METRIC)),
    gates: gateList(entries.filter((one) => ROLE_WEIGHTS[one.criterion.role] === 0)),
    tests: Int32Array.from(entries, (one) => one.test),
    results: entries.flatMap(({ criterion }) => resultsOf(criterion)),
  };
}

function gradedList(entries: readonly Entry[], top: number): GradedList {
  const sorted = entries.toSorted((a, b) => a.level - b.level);
  const ends = Int32Array.from({ length: top + 1 }, (_, level) => sorted.filter((one) => one.level <= level).length);
  const most = Math.max(0, ...ends.map((end, level) => end - (ends[level - 1] ?? 0)));
  if (most > MOST_CRITERIA)
    throw new RangeError(`A cell has ${most} criteria at one level; at most ${MOST_CRITERIA} are scored.`);
  return { tests: Int32Array.from(sorted, (one) => one.test), bases: basesOf(sorted), ends };
}

const kindList = (entries: readonly Entry[]): KindList => ({
  tests: Int32Array.from(entries, (one) => one.test),
  bases: basesOf(entries),
  levels: Uint8Array.from(entries, (one) => one.level),
});

const gateList = (entries: readonly Entry[]): GateList => ({
  tests: Int32Array.from(entries, (one) => one.test),
  caps: Uint8Array.from(entries, (one) => one.criterion.capsAt),
  soleKinds: Uint8Array.from(entries, (one) => one.soleKind),
  ids: entries.map((one) => one.criterion.source.id),
});

const basesOf = (entries: readonly Entry[]) =>
  Uint8Array.from(entries, (one) => baseOf(one.criterion.role === 'required'));

const copied = (criterion: TestPlan['criterion'], capability: Capability) =>
  appliesTo(criterion.appliesTo, capability) && appliesTo(criterion.test.appliesTo, capability);

const soleKind = (kinds: number) => (kinds === METRIC || kinds === SURVEY || kinds === ATTESTATION ? kinds : 0);

/** Cells of gated levels as other settings have them, where the capabilities are the same. */
export function aimCells(cells: readonly CellPlan[], rubric: Rubric, settings: Bundle['settings']): CellPlan[] {
  const width = rubric.aspects.length;
  const own = ownTargets(settings);
  return cells.map((cell, i) => {
    const capability = settings.capabilities[Math.floor(i / width)];
    if (capability === undefined) return cell;
    const { state, weight } = capability;
    return { ...cell, offered: state === 'offered', weight, target: targetOf(rubric, own, capability, cell.aspect) };
  });
}

const ownTargets = ({ targets }: Bundle['settings']): ReadonlyMap<string, number> =>
  new Map(targets.map(({ capability, aspect, level }) => [keyOf(aspect, capability), level]));

/** The level a cell aims at: its own, else the pack's for a mandatory capability, else the pack's default. */
function targetOf(
  { pack }: Rubric,
  own: ReadonlyMap<string, number>,
  capability: Pick<Capability, 'key' | 'mandatory'>,
  aspect: string,
): number {
  const mandatory = capability.mandatory ? pack.pack.targets.mandatory?.[aspect] : undefined;
  return own.get(keyOf(aspect, capability.key)) ?? mandatory ?? pack.pack.targets.default;
}

const results = new WeakMap<CellCriterion, readonly CriterionResult[]>();

/** The result of a criterion for every state code; made once and shared by all scorecards, so nobody may write to it. */
function resultsOf(criterion: CellCriterion): readonly CriterionResult[] {
  const made = results.get(criterion) ?? Array.from({ length: STATE_CODES }, (_, code) => resultOf(criterion, code));
  results.set(criterion, made);
  return made;
}

function resultOf({ source, role, ofPlatform }: CellCriterion, code: number): CriterionResult {
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
