import type { Evidence } from '../evidence/load-bundle.ts';
import { INCONCLUSIVE, MET, NOT_MET, SELF_APPROVED, UNKNOWN } from './codes.ts';
import type { LeafPlan, Plan } from './plan.ts';
import { testAttestation } from './test-attestation.ts';
import { testMetric } from './test-metric.ts';
import { testSurvey } from './test-survey.ts';
import { holds, isUpwards, KIND_SHIFT, STALE_BIT } from './verdict.ts';

/**
 * What the leaves of a plan saw in a bundle, in columns: the estimate with its interval, or why there is none.
 */
export type LeafFacts = {
  /** 0: the estimate decides; else the code of what keeps it open */
  open: Uint8Array;
  estimate: Float64Array;
  low: Float64Array;
  high: Float64Array;
  /** kinds and staleness, as a verdict carries them */
  marks: Uint16Array;
};

const remembered = new WeakMap<Evidence, WeakMap<Plan, LeafFacts>>();

/** The facts for every leaf of a plan. Remembered with the bundle: a what-if asks for them again and again. */
export function readFacts(plan: Plan, loaded: Evidence): LeafFacts {
  const byPlan = remembered.get(loaded) ?? new WeakMap<Plan, LeafFacts>();
  remembered.set(loaded, byPlan);
  const known = byPlan.get(plan);
  if (known) return known;
  const facts = findFacts(plan, loaded);
  byPlan.set(plan, facts);
  return facts;
}

/** The same, for evidence of which nothing is asked again. */
export function findFacts(plan: Plan, loaded: Evidence): LeafFacts {
  const { length } = plan.leaves;
  const facts = {
    open: new Uint8Array(length),
    estimate: new Float64Array(length),
    low: new Float64Array(length),
    high: new Float64Array(length),
    marks: new Uint16Array(length),
  };
  for (const [i, leaf] of plan.leaves.entries()) readLeaf(facts, i, leaf, loaded);
  return facts;
}

function readLeaf(facts: LeafFacts, i: number, leaf: LeafPlan, loaded: Evidence): void {
  const { test, kind } = leaf;
  if (test.kind === 'metric') {
    const { code, value, stale } = testMetric(test, leaf, loaded, leaf.limiter);
    note(facts, i, code, stale ? (kind << KIND_SHIFT) | STALE_BIT : kind << KIND_SHIFT);
    facts.estimate[i] = facts.low[i] = facts.high[i] = value;
  } else if (test.kind === 'survey') {
    const { open, interval, stale } = testSurvey({ test, key: leaf.key, bar: leaf.bar }, loaded, leaf.limiter);
    note(facts, i, open, stale ? (kind << KIND_SHIFT) | STALE_BIT : kind << KIND_SHIFT);
    facts.estimate[i] = interval?.estimate ?? Number.NaN;
    facts.low[i] = interval?.low ?? Number.NaN;
    facts.high[i] = interval?.high ?? Number.NaN;
  } else {
    const { code, rank, stale, attestation } = testAttestation(test, leaf.key, loaded, leaf.limiter);
    const kinds = attestation?.selfApproved ? kind | SELF_APPROVED : kind;
    note(facts, i, code, stale ? (kinds << KIND_SHIFT) | STALE_BIT : kinds << KIND_SHIFT);
    facts.estimate[i] = facts.low[i] = facts.high[i] = rank;
  }
}

function note(facts: LeafFacts, i: number, code: number, marks: number): void {
  facts.open[i] = code >= UNKNOWN ? code : 0;
  facts.marks[i] = marks;
}

/** Compares every leaf with its bar. The same rule as `judge`, over columns. */
export function judgeLeaves({ bars }: Plan, facts: LeafFacts): Uint16Array {
  const { open, estimate, low, high, marks } = facts;
  const verdicts = new Uint16Array(open.length);
  for (let i = 0; i < verdicts.length; i++) {
    const code = open[i] ?? 0;
    if (code !== 0) {
      verdicts[i] = code;
      continue;
    }
    const op = bars.ops[i] ?? 0;
    const threshold = bars.thresholds[i] ?? 0;
    const floor = bars.floors[i] ?? 0;
    const upwards = isUpwards(op);
    const least = low[i] ?? 0;
    const most = high[i] ?? 0;
    if ((upwards ? least >= floor : most <= floor) && holds(estimate[i] ?? 0, op, threshold))
      verdicts[i] = MET | (marks[i] ?? 0);
    else verdicts[i] = holds(upwards ? most : least, op, threshold) ? INCONCLUSIVE : NOT_MET | (marks[i] ?? 0);
  }
  return verdicts;
}
