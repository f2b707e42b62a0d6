import { z } from 'zod';
import type { LoadedBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { effectBetween, goalOf } from '#rubrics/scoring/effect.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import type { Cell, CriterionResult, Scorecard } from '#rubrics/scoring/scorecard.ts';
import { ROLES } from '#rubrics/scoring/states.ts';
import { listBlockers } from './list-blockers.ts';

export const nextStepSchema = z.strictObject({
  criterion: z.string(),
  aspect: z.string(),
  /** null: tested once for the whole platform, and counts in every cell that has a copy */
  capability: z.string().nullable(),
  /** where to look at it */
  seenAt: z.string(),
  role: z.enum(ROLES),
  known: z.boolean(),
  /** how far percent to target rises if this alone is reached, as a share; 0: it opens nothing alone */
  gain: z.number(),
  /** cells whose level rises with it */
  cells: z.int(),
  /** cells below their target that it holds, and the least number of other criteria that hold one of them */
  holds: z.int(),
  others: z.int(),
  /** person-days */
  effort: z.number().nullable(),
});
/** A criterion worth working on next, and what it brings. */
export type NextStep = z.infer<typeof nextStepSchema>;

type Scored = { rubric: Rubric; loaded: LoadedBundle; scorecard: Scorecard };
type Candidate = Pick<CriterionResult, 'id' | 'role' | 'inherited'> & {
  capability: string | null;
  known: boolean;
  held: { cell: Cell; blockers: number }[];
  /** what it would bring if the gain of a level were shared among all that hold it */
  share: number;
};

/** So many candidates are tried out; the others promise less even together with what else is missing. */
const MOST_TRIED = 60;

/**
 * The criteria worth working on next (docs/scoring.md §7), the best first: each is taken to be reached, alone, and the
 * difference in percent to target is its gain. What opens nothing alone comes after, by its share of what it helps to open.
 */
export function rankSteps({ rubric, loaded, scorecard }: Scored, most: number): NextStep[] {
  const candidates = listCandidates({ rubric, loaded, scorecard });
  const efforts = new Map(rubric.pack.criteria.map(({ id, effort }) => [id, effort ?? null]));
  return candidates
    .slice(0, MOST_TRIED)
    .map((candidate) => ({
      ...describe(candidate, efforts),
      ...tryOut(candidate, { rubric, loaded, scorecard }),
      candidate,
    }))
    .filter(({ gain, candidate }) => gain > 0 || candidate.share > 0)
    .toSorted(
      (a, b) =>
        b.gain - a.gain ||
        b.candidate.share - a.candidate.share ||
        (a.effort ?? Number.POSITIVE_INFINITY) - (b.effort ?? Number.POSITIVE_INFINITY),
    )
    .slice(0, most)
    .map(({ candidate, ...step }) => step);
}

/** What holds cells below their target, the largest share first. */
function listCandidates({ rubric, loaded, scorecard }: Scored): Candidate[] {
  const weights = new Map(loaded.bundle.settings.capabilities.map(({ key, weight }) => [key, weight]));
  const candidates = new Map<string, Candidate>();
  for (const cell of scorecard.cells.filter(({ level, target }) => (level ?? 0) < target)) {
    const blockers = listBlockers(cell);
    const from = Math.max(cell.level ?? rubric.floor, rubric.floor);
    const lift = Math.max(0, Math.min(cell.next ?? from, cell.target) - from) * (weights.get(cell.capability) ?? 0);
    for (const { id, role, inherited, state } of blockers) {
      const capability = inherited ? null : cell.capability;
      const name = `${id} ${capability ?? ''}`;
      const known = candidates.get(name) ?? {
        ...{ id, role, inherited, capability, known: state !== 'unknown', held: [], share: 0 },
      };
      candidates.set(name, {
        ...known,
        held: [...known.held, { cell, blockers: blockers.length }],
        share: known.share + lift / blockers.length,
      });
    }
  }
  return [...candidates.values()].toSorted((a, b) => b.share - a.share);
}

function describe({ id, role, capability, known, held }: Candidate, efforts: ReadonlyMap<string, number | null>) {
  const cell = held[0]?.cell;
  return {
    ...{ criterion: id, role, capability, known },
    ...{ aspect: cell?.aspect ?? '', seenAt: cell?.capability ?? '' },
    ...{ holds: held.length, others: Math.min(...held.map(({ blockers }) => blockers)) - 1 },
    effort: efforts.get(id) ?? null,
  };
}

/** A criterion that never stands alone, and is no symptom, opens nothing alone: nobody need try. */
function tryOut({ id, role, capability, held }: Candidate, { rubric, loaded, scorecard }: Scored) {
  if (role !== 'limiter' && held.every(({ blockers }) => blockers > 1)) return { gain: 0, cells: 0 };
  const assumed = scoreAssuming(rubric, loaded, [{ criterion: id, capability, state: goalOf(role) }]);
  const { value, cells } = effectBetween(scorecard, assumed);
  return { gain: Math.max(0, value ?? 0), cells: cells.length };
}
