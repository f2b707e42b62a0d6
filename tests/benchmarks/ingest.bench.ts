import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { givenIngest, INGEST_TOKEN } from '#tests/support/build-ingest.ts';

/**
 * A million samples through POST /api/v1/metrics of the real product, 1,000 a request, two senders, on SQLite, each answer
 * after its commit; beside it a bare Node server without validation over the same table. Both take turns of 50 requests, so
 * that whatever else the machine does falls on both.
 */
const SAMPLES = 1_000;
const TURN = 50;
const TURNS = Number(process.env.INGEST_TURNS ?? 20);
const SENDERS = 2;
const TEAMS = 40;
const START = Date.now() - 86_400_000;

type Rival = { name: string; url: string; process: ChildProcess; milliseconds: number; memory: number[] };

function body(turn: number, index: number): string {
  const batch = turn * TURN + index;
  const samples = Array.from({ length: SAMPLES }, (_, one) => ({
    platform: 'payments',
    metric: one % 2 === 0 ? 'self-service-rate' : 'team-adoption',
    capability: 'build-test',
    team: `team-${one % TEAMS}`,
    at: new Date(START + batch * 60_000 + Math.floor(one / TEAMS) * 1_000).toISOString(),
    value: ((batch * 31 + one * 7) % 1_000) / 1_000,
  }));
  return JSON.stringify({ samples });
}

const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });

function post(url: string, text: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${INGEST_TOKEN}` };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const reply = Buffer.concat(chunks).toString('utf8');
        const accepted = answer.statusCode === 200 && JSON.parse(reply).accepted === SAMPLES;
        if (accepted) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}: ${reply.slice(0, 500)}`));
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

async function sendAll(rival: Rival, bodies: string[]): Promise<void> {
  const waiting = [...bodies];
  const startedAt = performance.now();
  const sender = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await post(rival.url, next);
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  rival.milliseconds += performance.now() - startedAt;
  const status = readFileSync(`/proc/${rival.process.pid}/status`, 'utf8');
  rival.memory.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function start(name: string, args: string[], environment: Record<string, string>, ready: RegExp): Promise<Rival> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, args, {
    env: { PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = ready.exec(line)?.[1];
    if (url !== undefined) return { name, url, process: child, milliseconds: 0, memory: [] };
  }
  throw new Error(`${name} did not start.`);
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-ingest-'));
const databaseUrl = `file:${join(folder, 'plumbline.db')}`;
const { db, close } = await openDatabase(databaseUrl);
await migrate(db);
await givenIngest(db);
await close();

const port = 20_000 + (process.pid % 20_000);
const environment = { DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'error' };
const { NEXT_DIST_DIR } = process.env;
const dist: Record<string, string> = NEXT_DIST_DIR === undefined ? {} : { NEXT_DIST_DIR };
const ours = await start('plumbline', ['server/main.ts'], { ...environment, ...dist }, /ready: (\S+)/);
ours.url += '/api/v1/metrics';
const bare = await start('bare', ['tests/benchmarks/bare-ingest-server.ts', join(folder, 'bare.db')], {}, /^(\d+)$/);
bare.url = `http://127.0.0.1:${bare.url}/`;

try {
  await post(ours.url, body(TURNS, 0));
  await post(bare.url, body(TURNS, 0));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const bodies = Array.from({ length: TURN }, (_, index) => body(turn, index));
    for (const rival of turn % 2 === 0 ? [ours, bare] : [bare, ours]) await sendAll(rival, bodies);
  }
  const total = TURNS * TURN * SAMPLES;
  const perSecond = (rival: Rival) => Math.round((total / rival.milliseconds) * 1_000);
  const figure = { name: 'ingest over HTTP, durable', unit: 'samples/s', goal: '>= 0.25' };
  const ratio = perSecond(ours) / perSecond(bare);
  process.stdout.write(`${JSON.stringify({ ...figure, ours: perSecond(ours), rival: perSecond(bare), ratio })}\n`);
  // the first fifth warms up caches and the compiler; after that nothing may grow with what is stored
  const settled = ours.memory.slice(Math.floor(TURNS / 5));
  const half = Math.floor(settled.length / 2);
  const peak = (values: number[]) => Math.max(...values);
  const memory = { name: 'memory, second half of a million samples to the first', unit: 'MB', goal: '<= 1.15' };
  const [first, second] = [peak(settled.slice(0, half)), peak(settled.slice(half))];
  process.stdout.write(`${JSON.stringify({ ...memory, ours: second, rival: first, ratio: second / first })}\n`);
} finally {
  for (const { process: child } of [ours, bare]) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}
