import { pino } from 'pino';
import { expect, test } from 'vitest';
import { scoreAsOfTask } from '#server/assessments/score-as-of.ts';
import { planBudgetTask } from '#server/planning/plan-budget.ts';
import { runTasksInThread } from '#server/tasks/run-task-in-thread.ts';
import { startTaskThreads, type TaskThreads } from '#server/tasks/start-task-threads.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { makePostgres, makeSqlite } from '#tests/support/databases.ts';
import { longestStretch } from '#tests/support/longest-stretch.ts';
import { person, START } from '#tests/support/test-context.ts';

const secret = 'a secret of tests, long enough to be one';
const actor = person('editor');
const now = () => new Date(START);
const question = { platformId: 'payments', asOf: START };
const call = { key: 'score-as-of', long: false, input: question, actor, now: START };

async function start(make: typeof makeSqlite, options: { limitMs?: number; idleMs?: number } = {}) {
  const { db, url, remove } = await make();
  const ctx = scoringContext(db, actor);
  await insertMeasuredPlatform(ctx);
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const data = { databaseUrl: url, secret, publicUrl: 'http://127.0.0.1:3000' };
  const threads = startTaskThreads({ data, log, ...options });
  const end = async () => {
    await threads.stop();
    await remove();
  };
  return { ctx, threads, lines, end };
}

const inThread = ({ ask }: TaskThreads) => runTasksInThread({ actor, now, ask });

test.each([
  ['SQLite', makeSqlite],
  ['PostgreSQL', makePostgres],
])('a task in a thread says what it says here, and the event loop goes on meanwhile: %s', async (_, make) => {
  const { ctx, threads, end } = await start(make);
  const here = await ctx.runTask(scoreAsOfTask, question);
  const asked = inThread(threads)(scoreAsOfTask, question);
  // starting the thread and scoring take some hundred milliseconds, none of them here
  expect(await longestStretch(asked)).toBeLessThan(100);
  expect(await asked).toEqual(here);
  await end();
});

test('the solver of plans is loaded in a thread, and the event loop goes on while it searches', async () => {
  const { ctx, threads, end } = await start(makeSqlite);
  await ctx.rescore('payments');
  const asked = inThread(threads)(planBudgetTask, {
    ...{ platformId: 'payments', budget: 60, must: [], never: [], unestimated: 'median', limitSeconds: 10 },
  });
  expect(await longestStretch(asked)).toBeLessThan(100);
  const plan = await asked;
  expect(plan?.days).toBeLessThanOrEqual(60);
  expect(plan?.cells.length).toBeGreaterThan(0);
  await end();
});

test('a task is refused with the code and the sentence of its own refusal', async () => {
  const { threads, end } = await start(makeSqlite);
  const runTask = inThread(threads);
  const missing = runTask(scoreAsOfTask, { ...question, platformId: 'nobody' });
  await expect(missing).rejects.toMatchObject({
    name: 'AppError',
    code: 'NOT_FOUND',
    message: expect.stringMatching(/no such platform/),
  });
  await end();
});

test('what is not a refusal is told as a failure, for the log', async () => {
  const { threads, end } = await start(makeSqlite);
  const unknown = { ...scoreAsOfTask, key: 'read-the-stars' };
  await expect(inThread(threads)(unknown, question)).rejects.toThrow(
    /The task "read-the-stars" failed: Error: it is not registered/,
  );
  await end();
});

test('a task that takes too long ends its thread, says so, and the next one is answered', async () => {
  const { threads, lines, end } = await start(makeSqlite, { limitMs: 1 });
  expect(await threads.ask(call)).toMatchObject({
    kind: 'refused',
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/took longer/),
  });
  expect(threads.state()).toEqual({ threads: 0, running: 0, waiting: 0 });
  expect(await threads.ask(call)).toMatchObject({ kind: 'refused', message: expect.stringMatching(/took longer/) });
  expect(lines).toEqual([]);
  await end();
});

test('a thread that cannot start answers what waited for it, and the log says why', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const data = { databaseUrl: 'file:/dev/null/plumbline.db', secret, publicUrl: 'http://127.0.0.1:3000' };
  const threads = startTaskThreads({ data, log });
  const answers = await Promise.all([threads.ask(call), threads.ask(call), threads.ask(call)]);
  expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused']);
  expect(answers[0]).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(/Try again/) });
  expect(lines.join('')).toContain('a task thread failed');
  await threads.stop();
});

test('the line is bounded, for one person and for all', async () => {
  const { threads, end } = await start(makeSqlite);
  const own = Array.from({ length: 9 }, () => threads.ask(call));
  expect(await own[8]).toMatchObject({ kind: 'refused', code: 'TOO_MANY_REQUESTS' });
  const others = Array.from({ length: 27 }, (_, index) =>
    threads.ask({ ...call, actor: person('editor', { id: `p-${index}` }) }),
  );
  // 2 run and 32 wait: the last of 8 + 27 finds the line full
  expect(await others[26]).toMatchObject({
    kind: 'refused',
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/busy/),
  });
  const answers = await Promise.all([...own.slice(0, 8), ...others.slice(0, 26)]);
  expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 34 }, () => 'done'));
  await end();
});

test('long tasks of one person leave a thread to whoever comes next', async () => {
  const { threads, end } = await start(makeSqlite);
  const long = { ...call, long: true };
  const own = [threads.ask(long), threads.ask(long), threads.ask(long)];
  expect(threads.state()).toEqual({ threads: 1, running: 1, waiting: 2 });
  const other = threads.ask({ ...long, actor: person('editor', { id: 'another' }) });
  expect(threads.state()).toEqual({ threads: 2, running: 2, waiting: 2 });
  const answers = await Promise.all([...own, other]);
  expect(answers.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
  await end();
});

test('an idle thread gives its memory back; the next task starts another', async () => {
  const { threads, end } = await start(makeSqlite, { idleMs: 20 });
  await threads.ask(call);
  await expect.poll(() => threads.state().threads).toBe(0);
  expect(await threads.ask(call)).toMatchObject({ kind: 'done' });
  await end();
});

test('stopping answers what is open and takes nothing more', async () => {
  const { threads, end } = await start(makeSqlite);
  const open = [1, 2, 3].map(() => threads.ask(call));
  await threads.stop();
  for (const answer of await Promise.all([...open, threads.ask(call)])) {
    expect(answer).toMatchObject({ kind: 'refused', code: 'UNAVAILABLE' });
  }
  await end();
});
