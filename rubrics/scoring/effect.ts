import { keyOf } from '../evidence/day-columns.ts';
import { round6 } from '../round6.ts';
import type { Cell, CriterionResult, PercentToTarget, Scorecard } from './scorecard.ts';
import { isShort } from './short-of-target.ts';
import type { Role, Verdict } from './states.ts';

/** A cell whose level differs between two scorecards; null: not offered, or it does not apply. */
export type CellMove = { capability: string; aspect: string; from: number | null; to: number | null };

/** How far one scorecard stands above another, in percent to target (a fraction: 0.041 is 4.1 points) and by cell. */
export type Effect = PercentToTarget & { cells: CellMove[] };

type Outcome = Pick<Scorecard, 'cells' | 'percentToTarget'>;

/** The difference between two scorecards of the same cells: `after` less `before`. */
export function effectBetween(before: Outcome, after: Outcome): Effect {
  const nameOf = ({ capability, aspect }: Cell) => keyOf(capability, aspect);
  const was = new Map(before.cells.map((cell) => [nameOf(cell), cell]));
  const less = (which: keyof PercentToTarget) => {
    const [from, to] = [before.percentToTarget[which], after.percentToTarget[which]];
    return from === null || to === null ? null : round6(to - from);
  };
  return {
    value: less('value'),
    low: less('low'),
    high: less('high'),
    cells: after.cells.flatMap((cell) => {
      const then = was.get(nameOf(cell));
      if (then === undefined || then.level === cell.level) return [];
      return [{ capability: cell.capability, aspect: cell.aspect, from: then.level, to: cell.level }];
    }),
  };
}

/** What one works towards: a symptom should go, everything else should be met. */
export const goalOf = (role: Role): Verdict => (role === 'limiter' ? 'not_met' : 'met');

/**
 * Whether evidence shows a criterion where one wants it: `reached`, `missed`, or `open` while nothing fresh decides. What is
 * exempt is judged by its own test. Null: not in force (not applicable, or announced).
 */
export function standingOf(result: CriterionResult): 'reached' | 'missed' | 'open' | null {
  const { state, role } = result;
  if (state === 'not_applicable' || state === 'announced') return null;
  // where nobody aims at an answer, the full one is what one may want of it
  if (result.target !== undefined && result.target > 0 && state !== 'exempt') {
    if (result.value === null) return 'open';
    return isShort(result) ? 'missed' : 'reached';
  }
  const verdict = state === 'exempt' ? (result.own ?? 'unknown') : state;
  if (verdict === 'unknown' || result.stale) return 'open';
  return verdict === goalOf(role) ? 'reached' : 'missed';
}

/**
 * The results of a scorecard by `keyOf(criterion, capability)`; a criterion of the platform stands under the capability null, of
 * its copies the one that aims highest.
 */
export function resultsByPlace({ cells }: Pick<Scorecard, 'cells'>): Map<string, CriterionResult> {
  const results = new Map<string, CriterionResult>();
  for (const { capability, criteria } of cells) {
    for (const one of criteria) {
      const key = keyOf(one.id, one.inherited ? null : capability);
      const aim = results.get(key)?.target ?? Number.NEGATIVE_INFINITY;
      if (!results.has(key) || (one.target ?? aim) > aim) results.set(key, one);
    }
  }
  return results;
}
