import { keyOf } from '../evidence/day-columns.ts';
import type { LoadedBundle } from '../evidence/load-bundle.ts';
import type { Rubric } from '../rubric.ts';
import { scoreCell } from './cell.ts';
import { meaningOf } from './codes.ts';
import { decideCriteria, decideNode } from './criterion.ts';
import type { CriterionTrace, Explanation, Trace } from './explanation.ts';
import { newLevelSums } from './level-sums.ts';
import { type Node, type Plan, planFor, type TestPlan } from './plan.ts';
import { withNumbers } from './roll-ups/read-numbers.ts';
import { type CriterionResult, SCORING_VERSION } from './scorecard.ts';
import { judgeLeaves, readFacts } from './test-leaf.ts';
import { traceAttestation, traceMetric, traceSurvey } from './trace-leaf.ts';
import { CODE_BITS, STALE_BIT } from './verdict.ts';

export type CellName = { capability: string; aspect: string };

/** Explains one cell: every leaf with its value, unit, n, interval, threshold, times and sources. Throws where there is no such cell. */
export function explain(rubric: Rubric, loaded: LoadedBundle, name: CellName): Explanation {
  const plan = planFor(rubric, loaded);
  const cellPlan = plan.cells.find((one) => one.capability === name.capability && one.aspect === name.aspect);
  if (!cellPlan) throw new RangeError(`There is no cell ${name.capability}/${name.aspect}.`);
  const decided = withNumbers(decideCriteria(plan, loaded), plan, loaded);
  const { criteria, ...cell } = scoreCell({ plan: cellPlan, decided, loaded, top: rubric.top, sums: newLevelSums() });
  return {
    schema: 'plumbline/explanation/1',
    scoring: SCORING_VERSION,
    rubric: { id: rubric.id, version: rubric.version, sha256: rubric.sha256 },
    bundleSha256: loaded.sha256,
    asOf: loaded.bundle.asOf,
    cell: { ...cell, heldBy: [...cell.heldBy], unchecked: [...cell.unchecked] },
    criteria: criteria.flatMap((result, i) => {
      const test = plan.tests[cellPlan.tests[i] ?? -1];
      return test ? [traceCriterion(result, test, { plan, loaded })] : [];
    }),
  };
}

type Context = { plan: Plan; loaded: LoadedBundle };

function traceCriterion(result: CriterionResult, test: TestPlan, context: Context): CriterionTrace {
  const { source } = test.criterion;
  const key = keyOf(source.id, test.capability);
  const exemption = context.loaded.exemptions.get(key);
  const notApplicable = context.loaded.notApplicable.get(key);
  return {
    ...result,
    title: source.title,
    why: source.why,
    how: source.how,
    effectiveFrom: source.effective_from ?? null,
    capsAt: source.caps_at ?? null,
    exemption: exemption
      ? { approvedAt: exemption.approvedAt, expiresAt: exemption.expiresAt, selfApproved: exemption.selfApproved }
      : null,
    notApplicable: notApplicable
      ? { approvedAt: notApplicable.approvedAt, selfApproved: notApplicable.selfApproved }
      : null,
    test: test.node && traceNode(test.node, context),
  };
}

function traceNode(node: Node, context: Context): Trace {
  const { plan, loaded } = context;
  if (node.kind === 'leaf') return traceLeaf(node.leaf, context);
  const verdict = decideNode(node, judgeLeaves(plan, readFacts(plan, loaded)));
  const { verdict: state, reason } = meaningOf(verdict & CODE_BITS);
  return {
    kind: node.kind,
    state: state ?? 'unknown',
    ...(reason === null ? {} : { reason }),
    ...(verdict & STALE_BIT ? { stale: true as const } : {}),
    count: node.kind === 'at_least' ? node.count : null,
    children: node.children.map((child) => traceNode(child, context)),
  };
}

function traceLeaf(place: number, { plan, loaded }: Context): Trace {
  const leaf = plan.leaves[place];
  if (!leaf) throw new RangeError(`There is no leaf ${place} in this plan.`);
  if (leaf.test.kind === 'metric') return traceMetric(leaf.test, leaf, loaded);
  if (leaf.test.kind === 'survey') return traceSurvey(leaf.test, leaf, loaded);
  return traceAttestation(leaf.test, leaf, loaded);
}
