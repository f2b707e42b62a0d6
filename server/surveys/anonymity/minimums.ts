/** The least groups of answers that are shown: for scores, and for comments. */
export type Minimums = { scores: number; comments: number };

/** No cycle goes below these, whatever it asks for. */
export const FLOOR = { scores: 5, comments: 10 } as const satisfies Minimums;

/** The minimums of a cycle, never below the floor. */
export function minimumsOf(asked: Minimums): Minimums {
  return {
    scores: Math.max(FLOOR.scores, asked.scores),
    comments: Math.max(FLOOR.comments, asked.comments),
  };
}
