import { round6 } from '../../round6.ts';
import { claimedOf } from '../claimed-of.ts';
import { STATE_CODES } from '../codes.ts';
import { confidenceOf } from '../confidence.ts';
import { type Gates, readGates } from '../gates.ts';
import { FELT, type LevelSums, MEASURED, SUMS, sumOver } from '../level-sums.ts';
import { kindLevel, nextLevel, rawLevel, shareOf } from '../levels.ts';
import type { CellPlan } from '../plan-cell.ts';
import type { Cell, CriterionResult } from '../scorecard.ts';
import { sumCell } from '../sum-cell.ts';
import type { CellContext, RollUpKind } from './roll-up-kind.ts';

const NOBODY: readonly string[] = Object.freeze([]);
const TO_DRAW = 0.99;

/** Levels that must be achieved one after the other: every required criterion of a level and of all below is met. */
export const gated: RollUpKind = { key: 'gated', scoreCell };

function scoreCell(context: CellContext): Cell {
  const { plan, decided, sums, top } = context;
  sumCell(sums, plan, decided);
  const gates = readGates(plan, decided);
  const raw = rawLevel(sums, top, SUMS.met, null);
  if (raw === null) return unscored(context, gates, 'not_applicable');
  if (gates.anchorFails || !plan.offered) return unscored(context, gates, 'not_offered');
  const reached = gates.anchorOpen ? 1 : raw;
  const level = Math.min(reached, gates.cap);
  const next = nextLevel(sums, top, level);
  const progress = next === null ? null : shareOf(sums, [SUMS.metWeight, SUMS.weight], level + 1, next);
  const felt = kindLevel(sums, top, FELT);
  const measured = kindLevel(sums, top, MEASURED);
  return {
    capability: plan.capability,
    aspect: plan.aspect,
    state: 'scored',
    level,
    raw: reached,
    low: gates.anchorOpen ? null : Math.min(raw, gates.lowCap),
    high: Math.min(rawLevel(sums, top, SUMS.met, SUMS.open) ?? 1, gates.highCap),
    next,
    progress,
    position: round6(level + TO_DRAW * (progress ?? 0)),
    coverage: shareOf(sums, [SUMS.decidedWeight, SUMS.weight], 2, next ?? top),
    confidence: confidenceOf(sums, gates, next ?? top),
    target: plan.target,
    levelWithoutExemptions: withoutExemptions(sums, top, gates),
    claimed: claimedOf(context),
    felt: felt.level === null ? null : Math.min(felt.level, gates.feltCap),
    feltCoverage: felt.coverage,
    measured: measured.level === null ? null : Math.min(measured.level, gates.measuredCap),
    measuredCoverage: measured.coverage,
    ahead: next === null ? 0 : sumOver(sums, SUMS.ahead, next + 1, top),
    heldBy:
      gates.active.length === 0
        ? NOBODY
        : idsOf(
            plan,
            gates.active.filter((place) => (plan.gates.caps[place] ?? 9) < reached),
          ),
    unchecked: gates.unchecked.length === 0 ? NOBODY : idsOf(plan, gates.unchecked),
    criteria: resultsOf(plan, decided.states),
  };
}

/** A cell without a level: everything that depends on one is null. */
function unscored(context: CellContext, gates: Gates, state: 'not_offered' | 'not_applicable'): Cell {
  const { plan, decided, sums, top } = context;
  return {
    capability: plan.capability,
    aspect: plan.aspect,
    state,
    level: null,
    raw: null,
    low: null,
    high: null,
    next: null,
    progress: null,
    position: null,
    coverage: null,
    confidence: null,
    target: plan.target,
    levelWithoutExemptions: state === 'not_offered' && plan.offered ? withoutExemptions(sums, top, gates) : null,
    claimed: claimedOf(context),
    felt: null,
    feltCoverage: null,
    measured: null,
    measuredCoverage: null,
    ahead: 0,
    heldBy: NOBODY,
    unchecked: gates.unchecked.length === 0 ? NOBODY : idsOf(plan, gates.unchecked),
    criteria: resultsOf(plan, decided.states),
  };
}

/** The level by the criteria's own states, exempt ones included. */
function withoutExemptions(sums: LevelSums, top: number, gates: Gates): number | null {
  if (gates.ownAnchorFails) return null;
  const raw = gates.ownAnchorOpen ? 1 : rawLevel(sums, top, SUMS.ownMet, null);
  return raw === null ? null : Math.min(raw, gates.ownCap);
}

const idsOf = (plan: CellPlan, places: readonly number[]) => places.map((place) => plan.gates.ids[place] ?? '');

function resultsOf({ tests, results }: CellPlan, states: Uint8Array): readonly CriterionResult[] {
  const list: CriterionResult[] = new Array(tests.length);
  for (let i = 0; i < tests.length; i++) {
    const result = results[i * STATE_CODES + (states[tests[i] ?? 0] ?? 0)];
    if (result) list[i] = result;
  }
  return list;
}
