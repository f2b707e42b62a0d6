import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Node, Plan } from '#rubrics/scoring/plan.ts';
import type { Facts } from './facts.ts';

type Condition = NonNullable<RuleProperties['conditions']>;
type Part = Condition | { fact: string; operator: string; value: number };

const OPERATORS = ['greaterThanInclusive', 'lessThanInclusive', 'greaterThan', 'lessThan', 'equal'];
/** of `not`: the opposite comparison, so that a missing value meets neither */
const OPPOSITES = ['lessThan', 'greaterThan', 'lessThanInclusive', 'greaterThanInclusive', 'notEqual'];

/** The same rules for json-rules-engine 7: one rule a criterion and capability, one fact a value. */
export function makeEngine(plan: Plan): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [i, test] of plan.tests.entries()) {
    if (!test.node) continue;
    const part = conditionOf(plan, test.node, true);
    const conditions = 'fact' in part ? { all: [part] } : part;
    engine.addRule({ name: String(i), conditions: conditions as Condition, event: { type: 'met' } });
  }
  return engine;
}

function conditionOf(plan: Plan, node: Node, wanted: boolean): Part {
  if (node.kind === 'leaf') return leafOf(plan, node.leaf, wanted);
  const [only] = node.children;
  if (node.kind === 'not' && only) return conditionOf(plan, only, !wanted);
  if (node.kind === 'at_least') throw new Error('at_least has no counterpart in json-rules-engine.');
  const parts = node.children.map((child) => conditionOf(plan, child, wanted));
  const all = (node.kind === 'all') === wanted;
  return (all ? { all: parts } : { any: parts }) as Condition;
}

function leafOf({ bars, leaves }: Plan, leaf: number, wanted: boolean): Part {
  const op = bars.ops[leaf] ?? 0;
  const threshold = bars.thresholds[leaf] ?? 0;
  if (leaves[leaf]?.test.kind !== 'survey') {
    const operator = (wanted ? OPERATORS : OPPOSITES)[op] ?? '';
    return { fact: `e${leaf}`, operator, value: threshold };
  }
  const upwards = op === 0 || op === 2;
  if (!wanted) return { fact: upwards ? `h${leaf}` : `l${leaf}`, operator: OPPOSITES[op] ?? '', value: threshold };
  const estimate = { fact: `e${leaf}`, operator: OPERATORS[op] ?? '', value: threshold };
  const near = {
    fact: upwards ? `l${leaf}` : `h${leaf}`,
    operator: upwards ? 'greaterThanInclusive' : 'lessThanInclusive',
    value: bars.floors[leaf] ?? 0,
  };
  return { all: [estimate, near] } as Condition;
}

/** Facts by name, unknown ones left out. */
export function namedFacts(plan: Plan, { estimate, low, high }: Facts): Record<string, number> {
  const named: Record<string, number> = {};
  for (const [i, leaf] of plan.leaves.entries()) {
    const value = estimate[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    named[`e${i}`] = value;
    if (leaf.test.kind !== 'survey') continue;
    named[`l${i}`] = low[i] ?? Number.NaN;
    named[`h${i}`] = high[i] ?? Number.NaN;
  }
  return named;
}

/** Which criteria are met, as one byte each. */
export async function runEngine(engine: Engine, facts: Record<string, number>, tests: number): Promise<Uint8Array> {
  const { results } = await engine.run(facts);
  const met = new Uint8Array(tests);
  for (const { name } of results) met[Number(name)] = 1;
  return met;
}
