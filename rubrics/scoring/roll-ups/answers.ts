import { round6 } from '../../round6.ts';
import { claimedOf } from '../claimed-of.ts';
import {
  ATTESTATION,
  COUNTS_AS,
  COUNTS_MET,
  DECIDED,
  EXEMPT,
  IN_FORCE,
  KINDS,
  OPEN,
  OWN_MET,
  OWN_OPEN,
  SELF_APPROVED,
  STATE_CODES,
} from '../codes.ts';
import { confidenceBy } from '../confidence.ts';
import { ATTESTED_ALONE } from '../level-sums.ts';
import type { Cell, CriterionResult } from '../scorecard.ts';
import { addUp, type CellItems } from './cell-items.ts';
import type { CellContext, RollUpKind } from './roll-up-kind.ts';

/**
 * Answers that count: each criterion is worth the number of its answer, and the numbers are combined as the pack says, layer by
 * layer (docs/rubrics.md). What is not known counts nothing for the level and for low, and its full answer for high; what does
 * not apply leaves every sum. The level need not be whole: `next` is the next whole one, `progress` the way there.
 */
export const answers: RollUpKind = { key: 'answers', scoreCell };

/** One criterion of a cell: null leaves it out of the sums. */
type Item = {
  result: CriterionResult;
  /** with what is unknown at nothing */
  least: number | null;
  most: number | null;
  own: number | null;
  target: number | null;
  counts: number;
  kinds: number;
};

function scoreCell(context: CellContext): Cell {
  const { plan, top } = context;
  const { items } = plan;
  if (items === null) throw new TypeError('This cell has gated levels.');
  const read = Array.from(plan.tests, (_, i) => readItem(context, items, i));
  const total = (of: 'least' | 'most' | 'own' | 'target') =>
    addUp(
      items,
      read.map((item) => item[of]),
    );
  const level = total('least');
  const state = level === null ? 'not_applicable' : plan.offered ? 'scored' : 'not_offered';
  const scored = state === 'scored';
  const next = !scored || level === null || level >= top ? null : Math.floor(level) + 1;
  const reached = scored ? level : null;
  return {
    capability: plan.capability,
    aspect: plan.aspect,
    state,
    level: reached,
    raw: reached,
    low: reached,
    high: scored ? total('most') : null,
    next,
    progress: next === null || level === null ? null : round6(level - Math.floor(level)),
    position: reached,
    coverage: scored ? coverageOf(read) : null,
    confidence: scored ? confidenceOf(read) : null,
    target: total('target') ?? plan.target,
    levelWithoutExemptions: scored ? total('own') : null,
    claimed: claimedOf(context),
    felt: null,
    feltCoverage: null,
    measured: null,
    measuredCoverage: null,
    ahead: 0,
    heldBy: [],
    unchecked: [],
    criteria: read.map(({ result }) => result),
  };
}

function readItem({ plan, decided }: CellContext, items: CellItems, i: number): Item {
  const test = plan.tests[i] ?? 0;
  const code = decided.states[test] ?? 0;
  const counts = COUNTS_AS[code] ?? 0;
  const kinds = decided.kinds[test] ?? 0;
  const base = plan.results[i * STATE_CODES + code];
  if (!base) throw new RangeError(`The cell ${plan.capability}/${plan.aspect} has no criterion ${i}.`);
  if ((counts & IN_FORCE) === 0) {
    const result = { ...base, value: null, target: 0 };
    return { result, least: null, most: null, own: null, target: null, counts, kinds };
  }
  const full = items.full[i] ?? 0;
  const target = items.targets[i] ?? 0;
  const partial = decided.numbers?.[test] ?? Number.NaN;
  const short = Number.isNaN(partial) ? 0 : partial;
  const own = counts & OWN_MET ? full : counts & OWN_OPEN ? null : short;
  const value = counts & COUNTS_MET ? full : counts & OPEN ? null : short;
  const result = { ...base, value, target, ...(counts & EXEMPT ? { ownValue: own } : {}) };
  return { result, least: value ?? 0, most: value ?? full, own: own ?? 0, target, counts, kinds };
}

/** Decided criteria over those in force. */
function coverageOf(items: readonly Item[]): number | null {
  const inForce = items.filter(({ counts }) => counts & IN_FORCE);
  return inForce.length === 0 ? null : round6(inForce.filter(({ counts }) => counts & DECIDED).length / inForce.length);
}

function confidenceOf(items: readonly Item[]): Cell['confidence'] {
  const bits = items.reduce(
    (all, { counts, kinds }) =>
      (counts & IN_FORCE) === 0
        ? all | (kinds & SELF_APPROVED)
        : all | kinds | ((kinds & KINDS) === ATTESTATION ? ATTESTED_ALONE : 0),
    0,
  );
  return confidenceBy(bits, { selfApproved: (bits & SELF_APPROVED) !== 0, unchecked: false });
}
