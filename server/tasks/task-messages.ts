import { z } from 'zod';
import type { Actor } from '../context.ts';
import type { ErrorCode } from '../errors.ts';

/** What a task thread is asked, and what it answers. Both ends are ours: the actor and the output are taken as they come. */
export const taskRequestSchema = z.strictObject({
  id: z.int(),
  key: z.string(),
  input: z.unknown(),
  actor: z.custom<Actor>(),
  now: z.iso.datetime(),
});
export type TaskRequest = z.infer<typeof taskRequestSchema>;
/** A task as it is asked for; the threads number it. */
export type TaskCall = Omit<TaskRequest, 'id'> & { long: boolean };

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), output: z.unknown() }),
  /** an AppError: its code and the sentence that the user may read */
  z.strictObject({ kind: z.literal('refused'), code: z.custom<ErrorCode>(), message: z.string() }),
  /** anything else: for the log alone */
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
]);
export type TaskAnswer = z.infer<typeof answerSchema>;

export const taskReplySchema = z.strictObject({ id: z.int(), answer: answerSchema });
export type TaskReply = z.infer<typeof taskReplySchema>;

export const taskThreadDataSchema = z.strictObject({
  databaseUrl: z.string(),
  secret: z.string(),
  publicUrl: z.string(),
});
export type TaskThreadData = z.infer<typeof taskThreadDataSchema>;
