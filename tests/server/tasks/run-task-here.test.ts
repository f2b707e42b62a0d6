import { expect, test } from 'vitest';
import { z } from 'zod';
import { scoreAsOfTask } from '#server/assessments/score-as-of.ts';
import { TASKS } from '#server/tasks/registry.ts';
import type { Task } from '#server/tasks/task.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { START } from '#tests/support/test-context.ts';

async function start() {
  const { db, remove } = await makeSqlite();
  const ctx = scoringContext(db);
  await insertMeasuredPlatform(ctx);
  return { ctx, remove };
}

test('every task has a key of its own', () => {
  const keys = TASKS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('a task that no thread would find is refused here as well', async () => {
  const { ctx, remove } = await start();
  const task: Task<string, string> = { key: 'forgotten', input: z.string(), run: async (_, input) => input };
  await expect(ctx.runTask(task, 'x')).rejects.toThrow('The task "forgotten" is not registered.');
  await remove();
});

test('a result that no thread could hand over is refused here as well', async () => {
  const { ctx, remove } = await start();
  const task: Task<string, () => void> = { key: scoreAsOfTask.key, input: z.string(), run: async () => () => {} };
  await expect(ctx.runTask(task, 'x')).rejects.toThrow(/could not be cloned/);
  await remove();
});

test('a task is given what it asks for and nothing else', async () => {
  const { ctx, remove } = await start();
  const unknown = { ...scoreAsOfTask, input: z.custom<{ platformId: string; asOf: string }>() };
  await expect(ctx.runTask(scoreAsOfTask, { platformId: 'payments', asOf: 'yesterday' })).rejects.toThrow(/asOf/);
  await expect(ctx.runTask(unknown, { platformId: 'nobody', asOf: START })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await remove();
});
