import type { AttestationLeaf } from './pack.ts';
import type { AnswerSet } from './pack-roll-up.ts';

/** An answer that may be given: its key, what people read, and what it counts in a pack that adds up answers. */
export type OfferedAnswer = AnswerSet['answers'][number];

/** The answers that a test offers, from least to most: its own, those of its set, or no and yes. Null: there is no such set. */
export function answersOf(leaf: AttestationLeaf, sets: readonly AnswerSet[] | undefined): OfferedAnswer[] | null {
  if (leaf.answer_set !== undefined) return sets?.find(({ key }) => key === leaf.answer_set)?.answers ?? null;
  const keys = leaf.answers ?? ['no', 'yes'];
  return keys.map((key, rank) => ({ key, name: key, value: rank / (keys.length - 1) }));
}
