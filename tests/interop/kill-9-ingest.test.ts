import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';

const ROUNDS = 50;
const SENDERS = 3;
const SAMPLES = 20;
const START = Date.parse(new Date().toISOString().slice(0, 10)) - 3 * 86_400_000;

type Batch = { key: string; body: string };

/** Batch n holds 20 samples at times that no other batch has, over two days and four teams. */
function makeBatch(n: number): Batch {
  const samples = Array.from({ length: SAMPLES }, (_, index) => ({
    metric: 'fulfilment-latency',
    capability: 'build-test',
    team: `team-${index % 4}`,
    at: new Date(START + (index % 2) * 86_400_000 + n * 100 + index).toISOString(),
    value: n,
  }));
  return { key: `batch-${n}`, body: JSON.stringify({ samples }) };
}

async function startServer(url: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['tests/interop/ingest-server.ts', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, address: `http://127.0.0.1:${port}/` };
}

type Sending = {
  address: string;
  /** what got no answer: it comes first in the next round, under the same key */
  unanswered: Batch[];
  next: () => Batch;
  acknowledged: Set<string>;
  refused: string[];
};

/** Sends batches until the process dies under it. */
async function sendUntilDeath({ address, unanswered, next, acknowledged, refused }: Sending): Promise<void> {
  for (;;) {
    const batch = unanswered.shift() ?? next();
    try {
      const headers = { 'idempotency-key': batch.key };
      const answer = await fetch(address, { method: 'POST', body: batch.body, headers });
      const text = await answer.text();
      if (answer.status === 200 && JSON.parse(text).accepted === SAMPLES) acknowledged.add(batch.key);
      else refused.push(text);
    } catch {
      unanswered.push(batch);
      return;
    }
  }
}

/** Kills the process a moment after something new was acknowledged: in the middle of the work. */
async function killAtWork(child: ChildProcess, acknowledged: Set<string>, round: number): Promise<void> {
  const before = acknowledged.size;
  while (acknowledged.size === before && child.exitCode === null) await wait(2);
  await wait((round * 37) % 90);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

// a process a round, one after the other: half a minute alone on a machine, more beside others
test('fifty times killed during ingest, no acknowledged sample is lost or doubled', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-kill-'));
  const url = `file:${join(folder, 'plumbline.db')}`;
  const first = await openDatabase(url);
  await migrate(first.db);
  await insertPlatformWithCapabilities(first.db);
  await first.close();

  const unanswered: Batch[] = [];
  const acknowledged = new Set<string>();
  const refused: string[] = [];
  let made = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { child, address } = await startServer(url);
    const next = () => makeBatch(made++);
    const sending = { address, unanswered, next, acknowledged, refused };
    const senders = Array.from({ length: SENDERS }, () => sendUntilDeath(sending));
    await Promise.all([killAtWork(child, acknowledged, round), ...senders]);
  }

  const { db, close } = await openDatabase(url);
  const stored = await db.selectFrom('sample').select(['atMs', 'value']).execute();
  const perBatch = Map.groupBy(stored, ({ value }) => value);
  const lost = [...acknowledged].filter((key) => perBatch.get(Number(key.slice(6)))?.length !== SAMPLES);
  expect(refused).toEqual([]);
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
  expect(lost).toEqual([]);
  // what was stored without an answer getting through is whole too, and a repeated delivery was stored once
  expect([...perBatch.values()].filter((samples) => samples.length !== SAMPLES)).toEqual([]);
  expect(await db.selectFrom('replacedSample').selectAll().execute()).toEqual([]);
  const runs = await db.selectFrom('sourceRun').select('accepted').execute();
  expect(runs.reduce((sum, run) => sum + run.accepted, 0)).toBe(stored.length);

  await foldDays(db, 'payments');
  const { folded } = await db
    .selectFrom('sampleDay')
    .select((eb) => eb.fn.sum<number>('count').as('folded'))
    .executeTakeFirstOrThrow();
  expect(folded).toBe(stored.length);
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  expect(rows).toEqual([{ integrity_check: 'ok' }]);
  await close();
  rmSync(folder, { recursive: true, force: true });
});
