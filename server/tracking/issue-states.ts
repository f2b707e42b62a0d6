import type { ImprovementState } from '../backlog/improvement-states.ts';

type Issue = { open: boolean; reason: 'completed' | 'not_planned' };

const ISSUES = {
  proposed: { open: true, reason: 'completed' },
  planned: { open: true, reason: 'completed' },
  doing: { open: true, reason: 'completed' },
  done: { open: false, reason: 'completed' },
  verified: { open: false, reason: 'completed' },
  not_confirmed: { open: true, reason: 'completed' },
  dropped: { open: false, reason: 'not_planned' },
} as const satisfies Record<ImprovementState, Issue>;

/** How the issue of an improvement in this state should be, and why where it is closed. */
export const issueOf = (state: ImprovementState): Issue => ISSUES[state];

/**
 * The moves that a closed or reopened issue makes: closing means done, never verified; reopening means that work goes on. Null:
 * nothing moves, because what is verified stays.
 */
export function movesBy(state: ImprovementState, open: boolean): readonly ImprovementState[] | null {
  if (issueOf(state).open === open) return [];
  if (state === 'verified') return null;
  if (!open) return state === 'not_confirmed' ? ['doing', 'done'] : ['done'];
  return state === 'dropped' ? ['proposed', 'doing'] : ['doing'];
}
