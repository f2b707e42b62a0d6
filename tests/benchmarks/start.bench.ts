import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { makeDemo } from '#server/demo/make-demo.ts';
import { PEOPLE, PLATFORMS } from '#server/demo/organisation.ts';
import { freePort } from '#tests/support/built-product.ts';
import { ADMINISTRATOR } from '#tests/support/machine-client.ts';
import { signIn } from '#tests/support/sign-in.ts';

/**
 * From `node server/main.ts` to the first page, over the demo's three platforms and two years; and the memory that the process
 * then holds while nobody asks it for anything, its background thread having scored. What it holds after a few pages is printed.
 */
const STARTS = 5;
const MOST_SECONDS = 3;
const MOST_MEGABYTES = 200;
const SETTLE_MS = 45_000;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
const databaseUrl = `file:${join(folder, 'plumbline.db')}`;
console.log('Making the demo …');
const { db, close } = await openDatabase(databaseUrl);
await migrate(db);
const secret = 'a secret of benchmarks, long enough to be one';
const { password } = ADMINISTRATOR;
await makeDemo({ db, secret, publicUrl: 'http://127.0.0.1:3000' }, { end: new Date(), password, say: console.log });
await close();

type Started = { url: string; child: ChildProcess; seconds: number };

async function start(): Promise<Started> {
  const port = String(await freePort());
  const { PATH = '', NEXT_DIST_DIR } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...{
        PATH,
        NODE_ENV: 'production',
        PORT: port,
        DATA_DIR: folder,
        DATABASE_URL: databaseUrl,
        SECRET: secret,
        LOG_LEVEL: 'warn',
      },
      // as npm start and the image say it
      MALLOC_ARENA_MAX: '2',
      MALLOC_MMAP_THRESHOLD_: '32768',
      MALLOC_TRIM_THRESHOLD_: '65536',
      NODE_COMPILE_CACHE: 'node_modules/.cache/plumbline-compiled',
      ...(NEXT_DIST_DIR === undefined ? {} : { NEXT_DIST_DIR }),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 3_000; tries += 1) {
    const ok = await fetch(`${url}/sign-in`).then(
      async (answer) => answer.ok && (await answer.text()).length > 0,
      () => false,
    );
    if (ok) return { url, child, seconds: (performance.now() - startedAt) / 1_000 };
    await sleep(10);
  }
  throw new Error('Plumbline did not start.');
}

async function stop({ child }: Started): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function megabytesOf({ child }: Started): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

async function idleMegabytes(): Promise<number> {
  const running = await start();
  await sleep(SETTLE_MS);
  const idle = megabytesOf(running);
  const cookie = await signIn(running.url, PEOPLE.maren.email);
  for (const page of ['', '/capabilities', '/evidence', '/reports', '/backlog', '/settings']) {
    await (await fetch(`${running.url}/p/${PLATFORMS[0]?.key}${page}`, { headers: { cookie } })).text();
  }
  await sleep(SETTLE_MS);
  console.log(`memory while idle after six pages: ${megabytesOf(running).toFixed(0)} MB`);
  await stop(running);
  return idle;
}

const figure = (name: string, unit: string, ours: number, most: number) =>
  console.log(JSON.stringify({ name, unit, ours, rival: null, ratio: ours, goal: `<= ${most}` }));

const seconds: number[] = [];
for (let round = 0; round < STARTS; round += 1) {
  const running = await start();
  seconds.push(running.seconds);
  await stop(running);
}
console.log(`starts: ${seconds.map((one) => one.toFixed(2)).join(', ')} s`);
figure(
  'start to the first page with the demo loaded, median of five',
  's',
  seconds.toSorted((a, b) => a - b)[2] ?? 0,
  MOST_SECONDS,
);
figure('memory while idle, the demo loaded', 'MB', await idleMegabytes(), MOST_MEGABYTES);
rmSync(folder, { recursive: true, force: true });
