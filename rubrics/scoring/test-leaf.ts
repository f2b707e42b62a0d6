import type { LoadedBundle } from '../evidence/load-bundle.ts';
import { MET, NOT_MET, SELF_APPROVED } from './codes.ts';
import type { LeafPlan, Plan } from './plan.ts';
import { testAttestation } from './test-attestation.ts';
import { testMetric } from './test-metric.ts';
import { testSurvey } from './test-survey.ts';

/** A verdict in one small number: its code in the low byte, then the kinds that decided it, then whether that evidence was old. */
export const CODE_BITS = 0xff;
export const KIND_SHIFT = 8;
export const STALE_BIT = 1 << 12;

const remembered = new WeakMap<LoadedBundle, WeakMap<Plan, Uint16Array>>();

/** The verdict of every leaf of a plan. Remembered with the bundle: a what-if asks again and again. */
export function testLeaves(plan: Plan, loaded: LoadedBundle): Uint16Array {
  const byPlan = remembered.get(loaded) ?? new WeakMap<Plan, Uint16Array>();
  remembered.set(loaded, byPlan);
  const known = byPlan.get(plan);
  if (known) return known;
  const verdicts = Uint16Array.from(plan.leaves, (leaf) => testLeaf(leaf, loaded));
  byPlan.set(plan, verdicts);
  return verdicts;
}

function testLeaf(leaf: LeafPlan, loaded: LoadedBundle): number {
  const { test } = leaf;
  if (test.kind === 'attestation') {
    const { code, stale, attestation } = testAttestation(test, leaf.key, loaded, leaf.limiter);
    return verdict(code, attestation?.selfApproved ? leaf.kind | SELF_APPROVED : leaf.kind, stale);
  }
  if (test.kind === 'survey') {
    const { code, stale } = testSurvey(test, leaf.key, loaded, leaf.limiter);
    return verdict(code, leaf.kind, stale);
  }
  const { code, stale } = testMetric(test, leaf, loaded, leaf.limiter);
  return verdict(code, leaf.kind, stale);
}

function verdict(code: number, kinds: number, stale: boolean): number {
  if (code !== MET && code !== NOT_MET) return code;
  return code | (kinds << KIND_SHIFT) | (stale ? STALE_BIT : 0);
}
