import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { insertJobs } from '#db/queries/jobs.ts';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import { rescorePlatforms } from '#server/assessments/rescore-platforms.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { rescoreMany } from '#server/jobs/kinds/rescore-many.ts';
import { startBuiltProduct } from '#tests/support/built-product.ts';
import { percentile, timedGet } from '#tests/support/load.ts';
import { deliverToAll, SERIES, seedManyPlatforms } from '#tests/support/seed-many-platforms.ts';
import { rescoreBarely } from './score/rescore-barely.ts';

/**
 * A full re-score: 1,000 platforms × 65 cells by all criteria of the CNCF pack, each with weekly values of every metric in
 * every capability, answers, an exemption and a survey. Facts are read from SQLite; scorecard and daily row with its flips are
 * written. First in one thread, beside a bare loop that reads the same rows, compares one column with one number, and writes
 * rows of the same size. Folding what arrived is taking evidence in, and told on its own. Then as the running service does it:
 * from the instant at which the first job is begun until the last row is stored.
 * The published figure: Backstage Tech Insights 3.1.0 ran 13 checks over 1,000 entities in 10.6 s (PostgreSQL; in memory its
 * batch of 100 × 13 took 447 ms), keeps no results, and answers nobody meanwhile.
 */
const PLATFORMS = Number(process.env.BENCH_PLATFORMS ?? 1_000);
const WEEKS = 6;
const ROUNDS = 3;
/** as the schedule puts them into one job */
const TOGETHER = 100;
const TECH_INSIGHTS_S = 10.6;
/** between two light calls: what answers them shares the processors */
const PAUSE_MS = 25;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-rescore-'));
const url = `file:${join(folder, 'plumbline.db')}`;
const figure = (
  name: string,
  given: { unit: string; ours: number; rival: number | null; ratio: number; goal: string },
) => console.log(JSON.stringify({ name, ...given }));
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
const median = (times: readonly number[]) => percentile([...times], 0.5);

const { db, close } = await openDatabase(url);
await migrate(db);
console.log(`Filling ${PLATFORMS} platforms with ${SERIES} series of ${WEEKS} values each …`);
seedManyPlatforms(url, { platforms: PLATFORMS, weeks: WEEKS });
const ids = (await db.selectFrom('platform').select('id').orderBy('id').execute()).map(({ id }) => id);
const ctx = { db, now: () => new Date() };

async function timed(work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - startedAt, cpu: (user + system) / 1_000 };
}

async function rescoreAll(): Promise<void> {
  for (let from = 0; from < ids.length; from += TOGETHER) await rescorePlatforms(ctx, ids.slice(from, from + TOGETHER));
}

async function foldAll(): Promise<void> {
  for (let from = 0; from < ids.length; from += TOGETHER) await foldDays(db, ...ids.slice(from, from + TOGETHER));
}

const first = await timed(rescoreAll);
const unchanged = await timed(rescoreAll);
type Time = { wall: number; cpu: number };
const [folds, ours, bare]: [Time[], Time[], number[]] = [[], [], []];
for (let round = 0; round < ROUNDS; round++) {
  deliverToAll(url, { platforms: PLATFORMS, atMs: Date.now() - 60_000, salt: 1_000 + round });
  folds.push(await timed(foldAll));
  ours.push(await timed(rescoreAll));
  bare.push((await timed(async () => rescoreBarely(url, ids))).wall);
}
const { flipped } = await db
  .selectFrom('scorecardDay')
  .select((eb) => eb.fn.countAll<number>().as('flipped'))
  .where('flips', '!=', '[]')
  .executeTakeFirstOrThrow();
const { rows } = await db
  .selectFrom('scorecardDay')
  .select((eb) => eb.fn.countAll<number>().as('rows'))
  .executeTakeFirstOrThrow();
const [all, limit] = [median(ours.map(({ wall }) => wall)), median(bare)];
console.log(
  `first of all ${seconds(first.wall)}, nothing new ${seconds(unchanged.wall)} (CPU ${seconds(unchanged.cpu)})`,
);
console.log(
  `everything new: folding ${PLATFORMS * SERIES} values ${seconds(median(folds.map(({ wall }) => wall)))} (CPU ${seconds(median(folds.map(({ cpu }) => cpu)))}); scoring ${seconds(all)} (CPU ${seconds(median(ours.map(({ cpu }) => cpu)))}); ${rows} daily rows, ${flipped} with flips`,
);
const checks = `${PLATFORMS} platforms × 65 cells, all evidence new`;
figure(`${checks}, in one thread: against Tech Insights' 13 checks each`, {
  ...{ unit: 's', ours: all / 1_000, rival: TECH_INSIGHTS_S, ratio: TECH_INSIGHTS_S / (all / 1_000), goal: '>= 10' },
});
figure(`${checks}: against reading, comparing and writing alone`, {
  ...{ unit: 's', ours: all / 1_000, rival: limit / 1_000, ratio: all / limit, goal: '<= 5' },
});

const alone = [];
for (const id of ids.slice(0, 20)) alone.push((await timed(() => rescorePlatform(ctx, id))).wall);
console.log(`one platform with traces, insights and the hash of its bundle: ${median(alone).toFixed(1)} ms`);
const together = [];
for (const id of ids.slice(20, 60)) together.push((await timed(() => rescorePlatforms(ctx, [id]))).wall);
const single = median(together);
figure('one platform after new data, row and day', {
  unit: 'ms',
  ours: single,
  rival: null,
  ratio: single,
  goal: '<= 10',
});
await close();

const product = await startBuiltProduct({ DATABASE_URL: url, LOG_LEVEL: 'warn' });
const reader = new Sqlite(join(folder, 'plumbline.db'), { readonly: true });
const scoredSince = (at: string): number => {
  const statement = reader.prepare<[string], { n: number }>(
    'select count(*) as n from "currentScorecard" where "asOf" >= ?',
  );
  return statement.get(at)?.n ?? 0;
};

async function residentMb(): Promise<number> {
  const text = await (await fetch(`${product.url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  if (bytes === undefined) throw new Error('The product does not tell its memory.');
  return Number(bytes) / 1e6;
}

/** Light calls, one after the other with a breath between them, until every platform is scored since an instant. */
async function watch(since: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const waits: number[] = [];
  let most = 0;
  while (scoredSince(since) < PLATFORMS) {
    const { milliseconds } = await timedGet(agent, `${product.url}/api/health/live`, {});
    waits.push(milliseconds);
    most = Math.max(most, await residentMb());
    await sleep(PAUSE_MS);
  }
  const endedAt = Date.now();
  agent.destroy();
  const begun = reader.prepare<[string], { at: string }>(
    'select min("asOf") as at from "currentScorecard" where "asOf" >= ?',
  );
  return { waits, most, wall: endedAt - Date.parse(begun.get(since)?.at ?? '') };
}

/** Puts a full re-score on the queue, as the schedule does every hour. */
async function rescoreInService(round: number): Promise<string> {
  const since = new Date();
  const jobs = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const payload = JSON.stringify({ platformIds: ids.slice(from, from + TOGETHER) });
    jobs.push({ kind: rescoreMany.kind, payload, dedupeKey: `bench:${round}:${from}`, runAtMs: since.getTime() });
  }
  const { db: queue, close: closeQueue } = await openDatabase(url);
  await insertJobs(queue, jobs);
  await closeQueue();
  return since.toISOString();
}

/** Until nothing is under way and memory is given back. Traces and insights that follow for minutes are not waited for. */
async function untilRested(): Promise<void> {
  const settle = new Sqlite(join(folder, 'plumbline.db'));
  const open = settle.prepare<[], { n: number }>(
    "select count(*) as n from job where state in ('ready', 'running') and kind like 'rescore%'",
  );
  do {
    settle.exec('update "currentScorecard" set behind = 0');
    await sleep(20_000);
  } while ((open.get()?.n ?? 0) > 0);
  settle.close();
}

try {
  await untilRested();
  const idle = await residentMb();
  const [walls, waits, peaks]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    deliverToAll(url, { platforms: PLATFORMS, atMs: Date.now() - 60_000, salt: 2_000 + round });
    const beside = await openDatabase(url);
    for (let from = 0; from < ids.length; from += TOGETHER)
      await foldDays(beside.db, ...ids.slice(from, from + TOGETHER));
    await beside.close();
    await untilRested();
    const seen = await watch(await rescoreInService(round));
    walls.push(seen.wall);
    waits.push(...seen.waits);
    peaks.push(seen.most);
  }
  const service = median(walls) / 1_000;
  const longest = Math.max(...waits);
  const most = Math.max(...peaks);
  console.log(
    `in the running service: ${walls.map(seconds).join(', ')}; ${waits.length} light calls, p50 ${median(waits).toFixed(1)} ms, p99 ${percentile(waits, 0.99).toFixed(1)} ms; memory ${idle.toFixed(0)} → ${most.toFixed(0)} MB`,
  );
  figure(`${checks}, in the running service: against Tech Insights' 13 checks each`, {
    ...{ unit: 's', ours: service, rival: TECH_INSIGHTS_S, ratio: TECH_INSIGHTS_S / service, goal: '>= 10' },
  });
  figure('longest wait of a light call beside a full re-score', {
    ...{ unit: 'ms', ours: longest, rival: null, ratio: longest, goal: '<= 100' },
  });
  figure('memory of a full re-score above idle', {
    ...{ unit: 'MB', ours: most - idle, rival: null, ratio: most - idle, goal: '<= 300' },
  });
  const since = new Date().toISOString();
  deliverToAll(url, { platforms: PLATFORMS, atMs: Date.now() - 1_000, salt: 3_000 });
  const all = await watch(since);
  console.log(
    `in the running service, from delivery on: ${seconds(all.wall)} with folding; ${all.waits.length} light calls, p50 ${median(all.waits).toFixed(1)} ms, longest ${Math.max(...all.waits).toFixed(1)} ms; memory ${all.most.toFixed(0)} MB`,
  );
} finally {
  reader.close();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
