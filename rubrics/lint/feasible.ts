import type { Test } from '../pack.ts';
import { type Comparison, parseThreshold } from '../parse-threshold.ts';
import { type CapabilityClass, pruned } from './capability-classes.ts';
import { childrenOf, type Leaf, leafOf } from './check.ts';
import { type Definitions, type Unit, unitOf } from './leaf-unit.ts';

/** The values that a leaf allows: from `low` to `high`, an open end without the end itself. */
export type Span = { low: number; lowOpen: boolean; high: number; highOpen: boolean };

/** Is there any evidence that makes this test come out so, for a capability of this class? */
export function canCome(test: Test, outcome: boolean, definitions: Definitions, to: CapabilityClass | null): boolean {
  const kept = to ? pruned(test, to) : test;
  return kept === null || possible(kept, outcome, definitions);
}

function possible(test: Test, outcome: boolean, definitions: Definitions): boolean {
  if ('not' in test) return possible(test.not, !outcome, definitions);
  const leaf = leafOf(test);
  if (leaf) {
    const span = spanOf(leaf, outcome, definitions);
    return span === null || !isEmpty(span);
  }
  const children = childrenOf(test, []).map((child) => possible(child.test, outcome, definitions));
  const able = children.filter(Boolean).length;
  return able >= neededFor(test, outcome, children.length);
}

/** How many parts of a combination must come out so, that the whole does. */
export function neededFor(test: Test, outcome: boolean, parts: number): number {
  if ('all' in test) return outcome ? parts : 1;
  if ('any' in test) return outcome ? 1 : parts;
  if ('at_least' in test) return outcome ? test.at_least.count : Math.max(0, parts - test.at_least.count + 1);
  return 1;
}

/** The values with which a metric or survey leaf comes out so; null where anything may be, or where other checks have their say. */
export function spanOf(leaf: Leaf, outcome: boolean, definitions: Definitions): Span | null {
  const unit = unitOf(leaf, definitions);
  if (!unit || leaf.kind === 'attestation') return null;
  const read = parseThreshold(leaf.leaf.is, unit.dimension);
  return read.ok ? within(read.value, outcome, unit) : null;
}

const OPPOSITE = { '>=': '<', '<': '>=', '<=': '>', '>': '<=' } as const;

function within({ op, threshold }: Comparison, outcome: boolean, { least, most }: Unit): Span | null {
  const all = { low: least, lowOpen: false, high: most, highOpen: false };
  if (op === '=') return outcome ? common(all, { ...all, low: threshold, high: threshold }) : null;
  const asked = outcome ? op : OPPOSITE[op];
  const open = asked === '>' || asked === '<';
  return asked === '>=' || asked === '>'
    ? common(all, { ...all, low: threshold, lowOpen: open, high: Number.POSITIVE_INFINITY })
    : common(all, { ...all, high: threshold, highOpen: open, low: Number.NEGATIVE_INFINITY });
}

/** What two spans have in common. */
export function common(a: Span, b: Span): Span {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return {
    low,
    lowOpen: (a.low === low && a.lowOpen) || (b.low === low && b.lowOpen),
    high,
    highOpen: (a.high === high && a.highOpen) || (b.high === high && b.highOpen),
  };
}

/** Whether no value lies in a span. */
export function isEmpty({ low, lowOpen, high, highOpen }: Span): boolean {
  return low > high || (low === high && (lowOpen || highOpen));
}
