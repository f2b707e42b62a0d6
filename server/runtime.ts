import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '#db/schema.ts';
import type { Env } from './env.ts';
import type { Meter } from './health/meter.ts';
import type { Auth } from './people/auth.ts';
import type { TaskThreads } from './tasks/start-task-threads.ts';

/** What lives as long as the process. Opened once by main.ts (or a test) and reached by every bundle that Next makes. */
export type Runtime = {
  db: Kysely<Database>;
  dialect: 'sqlite' | 'postgres';
  now: () => Date;
  /** recomputes the current scorecard of a platform and resolves when the row is stored */
  rescore: (platformId: string) => Promise<void>;
  tasks: TaskThreads;
  /** whether the thread that scores and collects is there */
  isWorking: () => boolean;
  meter: Meter;
  secret: string;
  env: Env;
  log: Logger;
  auth: Auth;
};

declare global {
  var plumblineRuntime: Runtime | undefined;
}

export function startRuntime(runtime: Runtime): void {
  globalThis.plumblineRuntime = runtime;
}

/** The runtime of this process; throws where nothing has been started, such as during a build. */
export function runtime(): Runtime {
  if (globalThis.plumblineRuntime === undefined) throw new Error('Plumbline has not been started: run server/main.ts.');
  return globalThis.plumblineRuntime;
}
