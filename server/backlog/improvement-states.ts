import type { ImprovementTable } from '#db/schema.ts';

/** In the order of the board. */
export const IMPROVEMENT_STATES = [
  'proposed',
  'planned',
  'doing',
  'done',
  'verified',
  'not_confirmed',
  'dropped',
] as const satisfies readonly ImprovementTable['state'][];
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];

/** Where a person may move an improvement. Verified and not confirmed are set by an evaluation alone; what is verified stays. */
const MOVES = {
  proposed: ['planned', 'doing', 'done', 'dropped'],
  planned: ['proposed', 'doing', 'done', 'dropped'],
  doing: ['planned', 'done', 'dropped'],
  done: ['doing', 'dropped'],
  verified: [],
  not_confirmed: ['planned', 'doing', 'dropped'],
  dropped: ['proposed'],
} as const satisfies Record<ImprovementState, readonly ImprovementState[]>;

/** The states into which a person may move an improvement from this one. */
export const movesFrom = (state: ImprovementState): readonly ImprovementState[] => MOVES[state];

/** The states as refusals name them. */
export const STATE_WORDS = {
  proposed: 'proposed',
  planned: 'planned',
  doing: 'being worked on',
  done: 'done',
  verified: 'verified',
  not_confirmed: 'not confirmed',
  dropped: 'dropped',
} as const satisfies Record<ImprovementState, string>;
