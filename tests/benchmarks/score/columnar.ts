import type { Node, Plan } from '#rubrics/scoring/plan.ts';
import type { Facts } from './facts.ts';

/**
 * The limit: a loop over columns, written by hand for this one job. One byte a criterion (1 met, 0 not met, 2 unknown) and one
 * a cell (the level; 0 not offered). No reasons, ranges, progress, confidence or objects.
 */
export type Layout = {
  ops: Uint8Array;
  thresholds: Float64Array;
  floors: Float64Array;
  onlyLeaf: Int32Array;
  nodes: readonly (Node | null)[];
  cells: readonly { required: Int32Array; levels: Uint8Array; gates: Int32Array; caps: Uint8Array }[];
};

export function layOut({ bars, onlyLeaf, tests, cells }: Plan): Layout {
  return {
    ...bars,
    onlyLeaf,
    nodes: tests.map((test) => test.node),
    cells: cells.map(({ graded, gates }) => {
      const places = [...graded.tests.keys()].filter((i) => graded.bases[i] === 0);
      const levelOf = (i: number) => graded.ends.findIndex((end) => i < end);
      return {
        required: Int32Array.from(places, (i) => graded.tests[i] ?? 0),
        levels: Uint8Array.from(places, levelOf),
        gates: gates.tests,
        caps: gates.caps,
      };
    }),
  };
}

function leafVerdict({ ops, thresholds, floors }: Layout, { estimate, low, high }: Facts, i: number): number {
  const value = estimate[i] as number;
  if (Number.isNaN(value)) return 2;
  const threshold = thresholds[i] as number;
  const floor = floors[i] as number;
  const least = low[i] as number;
  const most = high[i] as number;
  switch (ops[i]) {
    case 0:
      return value >= threshold && least >= floor ? 1 : most >= threshold ? 2 : 0;
    case 1:
      return value <= threshold && most <= floor ? 1 : least <= threshold ? 2 : 0;
    case 2:
      return value > threshold && least >= floor ? 1 : most > threshold ? 2 : 0;
    case 3:
      return value < threshold && most <= floor ? 1 : least < threshold ? 2 : 0;
    default:
      return value === threshold ? 1 : 0;
  }
}

function nodeVerdict(node: Node, verdicts: Uint8Array): number {
  if (node.kind === 'leaf') return verdicts[node.leaf] as number;
  let met = 0;
  let unknown = 0;
  for (const child of node.children) {
    const verdict = nodeVerdict(child, verdicts);
    met += +(verdict === 1);
    unknown += +(verdict === 2);
  }
  const all = node.children.length;
  if (node.kind === 'not') return unknown ? 2 : 1 - met;
  const needed = node.kind === 'all' ? all : node.kind === 'any' ? 1 : node.count;
  return met >= needed ? 1 : met + unknown < needed ? 0 : 2;
}

export type Answer = { criteria: Uint8Array; levels: Uint8Array };

export function runColumnar(layout: Layout, facts: Facts): Answer {
  const { onlyLeaf, nodes, cells } = layout;
  const verdicts = new Uint8Array(layout.ops.length);
  for (let i = 0; i < verdicts.length; i++) verdicts[i] = leafVerdict(layout, facts, i);
  const criteria = new Uint8Array(onlyLeaf.length);
  for (let i = 0; i < criteria.length; i++) {
    const leaf = onlyLeaf[i] as number;
    const node = leaf < 0 ? nodes[i] : null;
    criteria[i] = leaf >= 0 ? (verdicts[leaf] as number) : node ? nodeVerdict(node, verdicts) : 3;
  }
  const levels = new Uint8Array(cells.length);
  for (let c = 0; c < cells.length; c++) levels[c] = levelOf(cells[c] as Layout['cells'][number], criteria);
  return { criteria, levels };
}

function levelOf({ required, levels, gates, caps }: Layout['cells'][number], criteria: Uint8Array): number {
  let blocked = 99;
  let highest = 1;
  for (let i = 0; i < required.length; i++) {
    const verdict = criteria[required[i] as number] as number;
    if (verdict === 3) continue;
    const level = levels[i] as number;
    if (verdict === 1) highest = Math.max(highest, level);
    else blocked = Math.min(blocked, level);
  }
  let level = 1;
  for (let i = 0; i < required.length; i++) {
    const own = levels[i] as number;
    if (own < blocked && criteria[required[i] as number] !== 3 && own > level) level = own;
  }
  let open = false;
  for (let i = 0; i < gates.length; i++) {
    const verdict = criteria[gates[i] as number] as number;
    const cap = caps[i] as number;
    if (cap === 0 && verdict === 0) return 0;
    if (cap === 0 && verdict === 2) open = true;
    if (cap > 0 && verdict === 1 && cap < level) level = cap;
  }
  return open ? 1 : Math.min(level, highest);
}
