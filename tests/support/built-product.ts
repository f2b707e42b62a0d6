import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The product as people run it: the real server over the real build, on a port and a data folder of its own. */
export type BuiltProduct = {
  url: string;
  /** the one-time link that a first start prints */
  setUpLink: string;
  dataFolder: string;
  /** everything it has printed so far */
  output: () => string;
  /** sends SIGTERM and says how it ended and after how long */
  stop: () => Promise<{ code: number | null; milliseconds: number }>;
};

const START_WITHIN_MS = 60_000;

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Starts the built product and waits until it says that it is ready. */
export async function startBuiltProduct(environment: Record<string, string> = {}): Promise<BuiltProduct> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plumbline-journey-'));
  const { PATH = '', NEXT_DIST_DIR } = process.env;
  const dist = NEXT_DIST_DIR === undefined ? {} : { NEXT_DIST_DIR };
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: {
      PATH,
      NODE_ENV: 'production',
      PORT: String(await freePort()),
      DATA_DIR: dataFolder,
      ...dist,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/Plumbline is ready/.test(output) && output.endsWith('\n')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`The product ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`The product was not ready in time:\n${output}`)), START_WITHIN_MS).unref();
  });
  await ready;
  return {
    url: /Plumbline is ready: (\S+)/.exec(output)?.[1] ?? '',
    setUpLink: /^\s+(http\S+)$/m.exec(output)?.[1] ?? '',
    dataFolder,
    output: () => output,
    stop: async () => {
      const startedAt = performance.now();
      child.kill('SIGTERM');
      await exited;
      await rm(dataFolder, { recursive: true, force: true });
      return { code: child.exitCode, milliseconds: performance.now() - startedAt };
    },
  };
}
