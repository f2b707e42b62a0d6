import { z } from 'zod';
import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';
import type { RunTask } from './task.ts';
import type { TaskAnswer, TaskCall } from './task-messages.ts';

type Asking = { actor: Actor; now: () => Date; ask: (call: TaskCall) => Promise<TaskAnswer> };

/**
 * Runs tasks in the threads of this process. It is called from every bundle that Next makes, each with its own AppError: what
 * crosses is plain data, and becomes an error only here.
 */
export function runTasksInThread({ actor, now, ask }: Asking): RunTask {
  return async <Input, Output>(task: { key: string; long?: true }, input: Input) => {
    const answer = await ask({ key: task.key, long: task.long === true, input, actor, now: now().toISOString() });
    if (answer.kind === 'refused') throw new AppError(answer.code, answer.message);
    if (answer.kind === 'failed') throw new Error(`The task "${task.key}" failed: ${answer.reason}`);
    // our own thread has run this very task: what it returned is the task's output
    return z.custom<Output>().parse(answer.output);
  };
}
