import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#tests/support/built-product.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { seedLargePlatform } from '#tests/support/seed-large-platform.ts';
import { signIn } from '#tests/support/sign-in.ts';

/**
 * From `node server/main.ts` to the first page, over a database in which a platform has lived for a year; and the memory that
 * the process then holds while nobody asks it for anything, after its background thread has scored and a few pages were shown.
 */
const STARTS = 5;
const MOST_SECONDS = 3;
const MOST_MEGABYTES = 200;
const SETTLE_MS = 45_000;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
const databaseUrl = `file:${join(folder, 'plumbline.db')}`;
console.log('Filling a platform …');
await seedLargePlatform(databaseUrl);

type Started = { url: string; child: ChildProcess; seconds: number };

async function start(): Promise<Started> {
  const port = String(await freePort());
  const { PATH = '', NEXT_DIST_DIR } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...{ PATH, NODE_ENV: 'production', PORT: port, DATA_DIR: folder, DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' },
      // as npm start and the image say it
      MALLOC_ARENA_MAX: '2',
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
  const cookie = await signIn(running.url);
  for (const page of ['', '/capabilities', '/evidence', '/reports', '/backlog', '/settings']) {
    await (await fetch(`${running.url}/p/${PLATFORM.key}${page}`, { headers: { cookie } })).text();
  }
  await sleep(SETTLE_MS);
  const megabytes = megabytesOf(running);
  await stop(running);
  return megabytes;
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
figure('start to the first page, median of five', 's', seconds.toSorted((a, b) => a - b)[2] ?? 0, MOST_SECONDS);
figure('memory while idle, after six pages', 'MB', await idleMegabytes(), MOST_MEGABYTES);
rmSync(folder, { recursive: true, force: true });
