import { z } from 'zod';

/**
 * How a pack says what its criteria add up to (docs/rubrics.md). Absent, levels are gated: every required criterion of a level
 * and of all below must be met. With `criterion: answer` each criterion counts by the number of its answer, and the numbers
 * are combined layer by layer.
 */
const key = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'write a kebab-case key such as "at-least-half"');

/** Ways to make one number of several. A mean honours the weights of the parts. */
export const COMBINERS = ['mean', 'sum', 'minimum'] as const;
export type Combiner = (typeof COMBINERS)[number];

export const rollUpSchema = z.union([
  z.literal('gated'),
  z.strictObject({
    criterion: z.literal('answer'),
    /** of the criteria of one part of an aspect; absent: aspects have no parts */
    part: z.enum(COMBINERS).optional(),
    /** of the parts of an aspect (without parts: of its criteria): the level of a cell */
    aspect: z.enum(COMBINERS),
    /** of the aspects of a group; absent: groups only gather */
    group: z.enum(COMBINERS).optional(),
  }),
]);
export type RollUp = z.infer<typeof rollUpSchema>;

/** Answers that several criteria offer, from least to most, each with the number that it counts; the steps may be uneven. */
export const answerSetSchema = z.strictObject({
  key,
  answers: z.array(z.strictObject({ key, name: z.string().min(1), value: z.number().min(0) })).min(2),
});
export type AnswerSet = z.infer<typeof answerSetSchema>;

/** Aspects that belong together, such as the practices of one function. */
export const aspectGroupSchema = z.strictObject({ key, name: z.string().min(1) });

/** A part of an aspect, such as a stream of a practice. Its weight counts in a mean; 1 where none is given. */
export const aspectPartSchema = z.strictObject({
  key,
  name: z.string().min(1),
  weight: z.number().positive().optional(),
});
