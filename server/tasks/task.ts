import type { z } from 'zod';
import type { Context } from '../context.ts';

/**
 * Something that reads much or computes long and changes nothing. It stands beside the verb that needs it and has one line in
 * registry.ts. The service runs it in a thread of its own, on a connection that cannot write, so that nobody else waits for it;
 * tests and the command line run it where they are.
 */
export type Task<Input, Output> = {
  /** kebab-case, unique: the thread finds the task by it */
  key: string;
  input: z.ZodType<Input>;
  /** it may take many seconds where somebody wants it to: one person's long tasks never take up every thread */
  long?: true;
  /**
   * `ctx` carries the actor and the instant of whoever asked: a task may ask for permission as any verb does. What comes back
   * crosses threads: plain data or bytes, and long documents as text, which costs the asking thread least.
   */
  run(ctx: Context, input: Input): Promise<Output>;
};

/** Runs a task and returns what it returns; an AppError of the task is thrown as itself. */
export type RunTask = <Input, Output>(task: Task<Input, Output>, input: Input) => Promise<Output>;
