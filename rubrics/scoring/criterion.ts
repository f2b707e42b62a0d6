import type { Evidence } from '../evidence/load-bundle.ts';
import { ANNOUNCED_BASE, EXEMPT_BASE, MET, NOT_APPLICABLE, NOT_MET, SELF_APPROVED, STALE_BASE } from './codes.ts';
import { NO_LEAF, type Node, type Plan, type TestPlan } from './plan.ts';
import { judgeLeaves, readFacts } from './test-leaf.ts';
import { CODE_BITS, KIND_SHIFT, STALE_BIT } from './verdict.ts';

/** The state of every test of a plan (a code of codes.ts) and the kinds of evidence that decided it. */
export type States = { states: Uint8Array; kinds: Uint8Array };

/** Decides every criterion, in the precedence of docs/scoring.md §3.2. */
export function decideCriteria(plan: Plan, loaded: Evidence, facts = readFacts(plan, loaded)): States {
  const leaves = judgeLeaves(plan, facts);
  const { onlyLeaf, tests } = plan;
  const states = new Uint8Array(onlyLeaf.length);
  const kinds = new Uint8Array(onlyLeaf.length);
  for (let i = 0; i < onlyLeaf.length; i++) {
    const leaf = onlyLeaf[i] ?? NO_LEAF;
    const verdict = leaf >= 0 ? (leaves[leaf] ?? 0) : verdictOf(tests[i], leaves);
    states[i] = (verdict & CODE_BITS) + (verdict & STALE_BIT ? STALE_BASE : 0);
    kinds[i] = (verdict >> KIND_SHIFT) & 0xf;
  }
  const decided = { states, kinds };
  applyApprovals(plan, loaded, decided);
  return decided;
}

const verdictOf = (test: TestPlan | undefined, leaves: Uint16Array) =>
  test?.node ? decideNode(test.node, leaves) : NOT_APPLICABLE;

/** Exempt, then announced over it, then not applicable over both. Their evidence carries no confidence. */
function applyApprovals(plan: Plan, loaded: Evidence, { states, kinds }: States): void {
  const put = (i: number, base: number, selfApproved: boolean) => {
    const state = states[i] ?? 0;
    const stale = state === STALE_BASE + MET || state === STALE_BASE + NOT_MET;
    states[i] = base + (stale ? state - STALE_BASE : state);
    kinds[i] = selfApproved ? SELF_APPROVED : 0;
  };
  const isAnnounced = (i: number) => loaded.asOfMs < (plan.tests[i]?.criterion.effectiveFromMs ?? 0);
  for (const [key, { selfApproved }] of loaded.exemptions) {
    const i = plan.testByKey.get(key);
    if (i !== undefined && states[i] !== NOT_APPLICABLE && !isAnnounced(i)) put(i, EXEMPT_BASE, selfApproved);
  }
  for (const i of plan.announceable) {
    if (states[i] !== NOT_APPLICABLE && isAnnounced(i)) put(i, ANNOUNCED_BASE, false);
  }
  for (const [key, { selfApproved }] of loaded.notApplicable) {
    const i = plan.testByKey.get(key);
    if (i === undefined) continue;
    states[i] = NOT_APPLICABLE;
    kinds[i] = selfApproved ? SELF_APPROVED : 0;
  }
}

/**
 * Kleene's three-valued logic; an undecided combination takes the first reason among its undecided children. What is decided
 * rests on old evidence where the fresh children alone would leave it open.
 */
export function decideNode(node: Node, leaves: Uint16Array): number {
  if (node.kind === 'leaf') return leaves[node.leaf] ?? 0;
  const met = { count: 0, fresh: 0, bits: 0 };
  const notMet = { count: 0, fresh: 0, bits: 0 };
  let unknown = CODE_BITS;
  for (const child of node.children) {
    const verdict = decideNode(child, leaves);
    const code = verdict & CODE_BITS;
    if (code === MET) tally(met, verdict);
    else if (code === NOT_MET) tally(notMet, verdict);
    else if (code < unknown) unknown = code;
  }
  if (node.kind === 'not') {
    if (met.count > 0) return NOT_MET | bitsOf(met, 1);
    return notMet.count > 0 ? MET | bitsOf(notMet, 1) : unknown;
  }
  const needed = node.kind === 'all' ? node.children.length : node.kind === 'any' ? 1 : node.count;
  const neededNot = node.children.length - needed + 1;
  if (met.count >= needed) return MET | bitsOf(met, needed);
  return notMet.count >= neededNot ? NOT_MET | bitsOf(notMet, neededNot) : unknown;
}

type Tally = { count: number; fresh: number; bits: number };

function tally(side: Tally, verdict: number): void {
  side.count++;
  if ((verdict & STALE_BIT) === 0) side.fresh++;
  side.bits |= verdict & ~(CODE_BITS | STALE_BIT);
}

const bitsOf = ({ fresh, bits }: Tally, needed: number) => (fresh >= needed ? bits : bits | STALE_BIT);
