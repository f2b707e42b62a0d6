import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBuiltProduct } from '#tests/support/built-product.ts';
import { percentile, timedGet } from '#tests/support/load.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { seedLargePlatform } from '#tests/support/seed-large-platform.ts';
import { signIn } from '#tests/support/sign-in.ts';

/**
 * How long a light call waits while something heavy runs in the same process: scoring a large platform, taking in 100,000 rows
 * of CSV, exporting a report. The light calls are a health check and a signed-in read, one after the other on connections of
 * their own. What counts is the longest wait; what the same calls wait with nothing else going on stands beside it.
 */
const ROWS = 100_000;
const GOAL = '<= 50';
const DAY_MS = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-waiting-'));
const databaseUrl = `file:${join(folder, 'plumbline.db')}`;
console.log('Filling a large platform …');
const { assessment } = await seedLargePlatform(databaseUrl);
const { NEXT_DIST_DIR } = process.env;
const product = await startBuiltProduct({
  DATABASE_URL: databaseUrl,
  LOG_LEVEL: 'warn',
  ...(NEXT_DIST_DIR === undefined ? {} : { NEXT_DIST_DIR }),
});
const cookie = await signIn(product.url);

async function post(door: string, body: string | Buffer<ArrayBuffer>): Promise<void> {
  const headers = { origin: product.url, 'content-type': 'application/json', cookie };
  const answer = await fetch(door, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${door} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
}

const LIGHT: [path: string, headers: Record<string, string>][] = [
  ['/api/health/live', {}],
  ['/api/trpc/overview.frame', { cookie }],
];

/** The waits of light calls, some hundred a second, until the work is done. */
async function waitsDuring(work: () => Promise<unknown>): Promise<number[]> {
  const state = { done: false };
  const waits: number[] = [];
  const probes = LIGHT.map(async ([path, headers]) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!state.done) {
      const { status, milliseconds } = await timedGet(agent, product.url + path, headers);
      if (status !== 200) throw new Error(`${path} answered ${status}.`);
      waits.push(milliseconds);
      await sleep(4);
    }
    agent.destroy();
  });
  await work().finally(() => {
    state.done = true;
  });
  await Promise.all(probes);
  return waits;
}

function csvRows(): string {
  const start = Date.now() - 300 * DAY_MS;
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const at = new Date(start + Math.floor(n / 400) * DAY_MS + (n % 400) * 60_000).toISOString();
    return `self-service-rate,data,team-${n % 40},${at},${(n % 1_000) / 1_000}`;
  });
  return `metric,capability,team,at,value\n${rows.join('\n')}\n`;
}

const platform = PLATFORM.key;
const csv = Buffer.from(csvRows());
const csvDoor = `${product.url}/api/evidence/${platform}/csv?fileName=large.csv`;
const target = (level: number) =>
  JSON.stringify({ platform, targets: [{ capability: 'data', aspect: 'adoption', level }] });
const reports = ['html', 'xlsx', 'pdf'].map(
  (format) => `${product.url}/api/reports/${platform}/${assessment}/${format}`,
);

const WORK: [name: string, work: () => Promise<unknown>][] = [
  [
    'scoring a large platform anew, three times',
    async () => {
      for (const level of [2, 3, 4]) await post(`${product.url}/api/trpc/catalogue.saveTargets`, target(level));
    },
  ],
  ['taking in 100,000 rows of CSV', () => post(csvDoor, csv)],
  [
    'exporting a report in every format',
    async () => {
      for (const url of reports) {
        const answer = await fetch(url, { headers: { cookie } });
        if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
        await answer.arrayBuffer();
      }
    },
  ],
];

try {
  await waitsDuring(() => sleep(3_000));
  for (const [what, work] of WORK) {
    const idle = await waitsDuring(() => sleep(3_000));
    const startedAt = performance.now();
    const waits = await waitsDuring(work);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const [longest, own] = [Math.max(...waits), Math.max(...idle)];
    const spread = [0.5, 0.99].map((share) => percentile(waits, share).toFixed(1)).join(' / ');
    console.log(
      `${what}: ${seconds} s, ${waits.length} calls, p50 / p99 ${spread}, longest ${longest.toFixed(1)} ms; with nothing else ${own.toFixed(1)} ms`,
    );
    console.log(
      JSON.stringify({
        name: `longest wait of a light call beside ${what}`,
        unit: 'ms',
        ours: longest,
        rival: null,
        ratio: longest,
        goal: GOAL,
      }),
    );
  }
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
