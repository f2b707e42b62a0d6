import type { Context } from '../context.ts';
import { TASKS } from './registry.ts';
import type { RunTask } from './task.ts';

/**
 * Runs tasks where they are asked for: in tests, on the command line, and inside a task that needs another. What would fail
 * in a thread fails here as well: a task that is not registered, and a result that cannot cross threads.
 */
export function runTasksHere(ctx: Omit<Context, 'runTask'>): RunTask {
  const runTask: RunTask = async (task, input) => {
    if (!TASKS.some(({ key }) => key === task.key)) throw new Error(`The task "${task.key}" is not registered.`);
    return structuredClone(await task.run({ ...ctx, runTask }, task.input.parse(structuredClone(input))));
  };
  return runTask;
}
