import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { StorageError } from '#db/storage-error.ts';
import { keepSecret, openDataFolder } from './data-folder.ts';
import { type Env, EnvError, readEnv } from './env.ts';
import { type Meter, makeMeter } from './health/meter.ts';
import { drainOnSignal } from './http/drain.ts';
import { type Handler, makeServer } from './http/listen.ts';
import { whenQuiet } from './http/when-quiet.ts';
import { makeThriftyGiveBack } from './jobs/give-back-memory.ts';
import { startWorker } from './jobs/start-worker.ts';
import { makeLog } from './log.ts';
import { makeAuth } from './people/auth.ts';
import { makeSetUpLink } from './people/make-set-up-link.ts';
import { loadKeptRubrics } from './rubrics/load-kept-rubrics.ts';
import { startRuntime } from './runtime.ts';
import { startTaskThreads } from './tasks/start-task-threads.ts';

/** After so long without a request, what requests have left behind is given back. */
const QUIET_MS = 20_000;

/** `node server/main.ts [--dev]`: the whole service in one process. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
  const env = readEnv(process.env);
  openDataFolder(env);
  const secret = keepSecret(env);
  const log = makeLog({ level: env.logLevel, secret });
  const meter = makeMeter();
  const now = () => new Date();

  const { db, dialect, close } = await openDatabase(env.databaseUrl);
  await migrate(db);
  await loadKeptRubrics(db);
  const worker = startWorker({
    databaseUrl: env.databaseUrl,
    secret,
    publicUrl: env.publicUrl,
    mail: env.mail,
    log,
    meter,
  });
  const rescore = (platformId: string) => worker.rescore(platformId, now());
  const { databaseUrl, publicUrl } = env;
  const tasks = startTaskThreads({ data: { databaseUrl, secret, publicUrl }, log });
  const auth = makeAuth({ db, env, secret, log, now });
  const { isWorking } = worker;
  startRuntime({ db, dialect, now, rescore, tasks, isWorking, meter, secret, env, log, auth });

  const server = await serve({ env, log, meter, dev: values.dev });
  drainOnSignal(server, log, async () => {
    await Promise.all([worker.stop(), tasks.stop()]);
    await close();
  });
  whenQuiet(server, { quietMs: QUIET_MS, rest: makeThriftyGiveBack() });
  announce(env, await makeSetUpLink(db, env, now()));
}

type Serving = { env: Env; log: Logger; meter: Meter; dev: boolean };

/** Listens at once, so that a taken port is reported before Next has been loaded, and answers when Next is ready. */
async function serve({ env, log, meter, dev }: Serving): Promise<Server> {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const { default: next } = await import('next');
  let handle: Handler | undefined;
  const ready = Promise.withResolvers<void>();
  const server = makeServer({
    env,
    log,
    meter,
    dev,
    handler: () => async (request, response) => {
      await ready.promise;
      await handle?.(request, response);
    },
  });
  await listen(server, env);
  const app = next({ dev, dir: process.cwd(), hostname: env.host, port: env.port, httpServer: server });
  await app.prepare();
  handle = app.getRequestHandler();
  ready.resolve();
  return server;
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new EnvError(`Plumbline cannot start: ${listenProblem(error, env)}`)));
    server.listen(env.port, env.host, resolve);
  });
}

function listenProblem(error: Error, env: Env): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `PORT ${env.port} is already in use. Stop the other program or choose another PORT.`;
  if (code === 'EACCES') return `PORT ${env.port} may not be opened by this user. Choose a PORT above 1023.`;
  return `HOST ${env.host} cannot be listened on (${error.message}).`;
}

function announce(env: Env, setUpLink: string | null): void {
  const lines = [`Plumbline is ready: ${env.publicUrl}`];
  if (setUpLink !== null) lines.push('Nobody can sign in yet. Within an hour, set it up here:', `  ${setUpLink}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  const known = error instanceof EnvError || error instanceof StorageError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
