import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Database } from '#db/schema.ts';
import { type Env, readEnv } from '#server/env.ts';
import { makeMeter } from '#server/health/meter.ts';
import { makeAuth } from '#server/people/auth.ts';
import { type Runtime, startRuntime } from '#server/runtime.ts';
import { answerTask } from '#server/tasks/answer-task.ts';
import type { TaskThreads } from '#server/tasks/start-task-threads.ts';
import { START } from './test-context.ts';

export type TestRuntime = Runtime & {
  /** sets the clock of our own code; the sign-in library keeps the real one */
  setNow: (at: string) => void;
  /** everything that was logged */
  logged: () => string;
};

/** Task threads without threads: what is asked is answered here, through the same messages. */
const tasksHere = (given: Parameters<typeof answerTask>[0]): TaskThreads => ({
  ask: (call) => answerTask(given, call),
  state: () => ({ threads: 0, running: 0, waiting: 0 }),
  stop: async () => {},
});

/** The runtime as main.ts makes it, on a test's database, for what is reached through the doors. */
export function startTestRuntime(
  db: Kysely<Database>,
  { dialect = 'sqlite', env = {} }: { dialect?: 'sqlite' | 'postgres'; env?: Partial<Env> } = {},
): TestRuntime {
  const clock = { now: new Date(START) };
  const now = () => new Date(clock.now);
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const secret = 'a secret of tests, long enough to be one';
  const whole = { ...readEnv({}), ...env };
  const runtime = {
    db,
    dialect,
    now,
    rescore: async () => {},
    isWorking: () => true,
    meter: makeMeter(),
    tasks: tasksHere({ db, secret, publicUrl: whole.publicUrl }),
    secret,
    env: whole,
    log,
    auth: makeAuth({ db, env: whole, secret, log, now }),
    setNow: (at: string) => {
      clock.now = new Date(at);
    },
    logged: () => lines.join(''),
  };
  startRuntime(runtime);
  onTestFinished(() => {
    globalThis.plumblineRuntime = undefined;
  });
  return runtime;
}
