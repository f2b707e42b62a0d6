import { z } from 'zod';
import type { LoadedBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { effectBetween, goalOf } from '#rubrics/scoring/effect.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import type { Cell, CriterionResult, Scorecard } from '#rubrics/scoring/scorecard.ts';
import { isBelowTarget } from '#rubrics/scoring/short-of-target.ts';
import { ROLES } from '#rubrics/scoring/states.ts';
import { openWhatIf, type WhatIf } from '#rubrics/scoring/what-if.ts';
import { capsOf, listBlockers } from './list-blockers.ts';

export const nextStepSchema = z.strictObject({
  criterion: z.string(),
  aspect: z.string(),
  /** tested once for the whole platform: met once, it counts in every cell that has a copy */
  inherited: z.boolean(),
  /** where it would be reached, or where its copies hold cells */
  capabilities: z.array(z.string()).min(1),
  role: z.enum(ROLES),
  /** whether it is known not to be met anywhere */
  known: z.boolean(),
  /** how far percent to target rises if this alone is reached there, as a share; 0: it opens nothing alone */
  gain: z.number(),
  /** cells whose level rises with it */
  cells: z.int(),
  /** cells below their target that it holds, and the least number of other criteria that hold one of them */
  holds: z.int(),
  others: z.int(),
  /** person-days, for all places together; null: not said */
  effort: z.number().nullable(),
});
/** A criterion worth working on next, and what it brings. */
export type NextStep = z.infer<typeof nextStepSchema>;

type Scored = { rubric: Rubric; loaded: LoadedBundle; scorecard: Scorecard };
/** `alone`: reached there, it opens the cell without anything else */
type Held = { capability: string; known: boolean; blockers: number; share: number; alone: boolean };
type Candidate = Pick<CriterionResult, 'id' | 'role' | 'inherited'> & { aspect: string; held: Held[] };

/**
 * The criteria worth working on next (docs/scoring.md §7), the best first: each is taken to be reached, alone, and the
 * difference in percent to target is its gain. What opens nothing alone comes after, by its share of what it helps to open.
 */
export function rankSteps(scored: Scored, most: number): NextStep[] {
  const efforts = new Map(scored.rubric.pack.criteria.map(({ id, effort }) => [id, effort ?? null]));
  const whatIf = openWhatIf(makeBase(scored.rubric, scored.loaded));
  return listCandidates(scored)
    .map((candidate) => ({ share: shareOf(candidate.held), step: tryOut(candidate, whatIf, efforts) }))
    .filter(({ share, step }) => step.gain > 0 || share > 0)
    .toSorted((a, b) => b.step.gain - a.step.gain || b.share - a.share || effortOf(a.step) - effortOf(b.step))
    .slice(0, most)
    .map(({ step }) => step);
}

const shareOf = (held: readonly Held[]) => held.reduce((sum, { share }) => sum + share, 0);
const effortOf = ({ effort }: NextStep) => effort ?? Number.POSITIVE_INFINITY;

/** What holds cells below their target, and what each would bring if the gain of a level were shared among all that hold it. */
function listCandidates({ rubric, loaded, scorecard }: Scored): Candidate[] {
  const offered = loaded.bundle.settings.capabilities.filter(({ state }) => state === 'offered');
  const weights = new Map(offered.map(({ key, weight }) => [key, weight]));
  const candidates = new Map<string, Candidate>();
  for (const cell of scorecard.cells.filter(isBelowTarget)) {
    const { capability, aspect } = cell;
    const weight = weights.get(capability);
    // what was withdrawn by decision no criterion brings back
    if (weight === undefined) continue;
    const blockers = listBlockers(cell, capsOf(rubric));
    const shared = (liftOf(cell, rubric.floor) * weight) / blockers.length;
    for (const { id, role, inherited, state, value, target } of blockers) {
      const known = candidates.get(id) ?? { id, role, inherited, aspect, held: [] };
      known.held.push({
        capability,
        known: state !== 'unknown',
        blockers: blockers.length,
        share: target === undefined ? shared : (target - (value ?? 0)) * weight,
        // an answer that counts by itself waits for no other
        alone: target !== undefined || blockers.length === 1 || cell.heldBy.includes(id),
      });
      candidates.set(id, known);
    }
  }
  return [...candidates.values()];
}

/** Where what must exist does not, there is no next level to name yet: it holds the first of them. */
function liftOf({ state, level, next, target }: Cell, floor: number): number {
  const from = Math.max(level ?? floor, floor);
  const to = state === 'not_offered' ? floor + 1 : (next ?? from);
  return Math.max(0, Math.min(to, target) - from);
}

/** Reached wherever it opens a cell alone; where it never does, wherever it holds one. */
function tryOut({ id, role, inherited, aspect, held }: Candidate, whatIf: WhatIf, efforts: Map<string, number | null>) {
  const alone = held.filter((place) => place.alone);
  const there = alone.length > 0 ? alone : held;
  const capabilities = there.map(({ capability }) => capability);
  const places = inherited ? [null] : capabilities;
  const effort = efforts.get(id) ?? null;
  const { gain, cells } = alone.length > 0 ? gainOf(whatIf, { id, role, places }) : { gain: 0, cells: 0 };
  return {
    ...{ criterion: id, aspect, inherited, capabilities, role, gain, cells },
    known: there.some((place) => place.known),
    holds: there.length,
    others: Math.min(...there.map(({ blockers }) => blockers)) - 1,
    effort: effort === null ? null : effort * places.length,
  };
}

type Reached = { id: string; role: Candidate['role']; places: (string | null)[] };

function gainOf({ now, assume }: WhatIf, { id, role, places }: Reached) {
  const assumed = places.map((capability) => ({ criterion: id, capability, state: goalOf(role) }));
  const { value, cells } = effectBetween(now, assume(assumed));
  return { gain: Math.max(0, value ?? 0), cells: cells.length };
}
