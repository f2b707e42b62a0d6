import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { ListedScorecard } from '#server/assessments/list-scorecards.ts';
import { startBareNext } from '#tests/support/bare-next.ts';
import { startBuiltProduct } from '#tests/support/built-product.ts';
import { measurePage, percentile } from '#tests/support/load.ts';
import { setUpByMachine } from '#tests/support/machine-client.ts';
import { CAPABILITIES } from '#tests/support/seed-platform.ts';

/**
 * The scorecards of twenty platforms, 65 cells each, over the REST API with a token, four at once; beside it a bare Next
 * route that reads as many cells by Kysely from SQLite and sends them by tRPC to anybody. Both take turns.
 */
const PLATFORMS = 20;
const AT_ONCE = 4;
const TURN = 200;
const TURNS = 8;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-scorecards-'));
const product = await startBuiltProduct();
const client = await setUpByMachine(product, CAPABILITIES);
for (let n = 2; n <= PLATFORMS; n += 1) {
  const platform = { name: `Platform ${n}`, key: `platform-${n}`, timeZone: 'UTC', fiscalYearStartMonth: 1 };
  await client.mutate('catalogue.createPlatform', { ...platform, capabilities: CAPABILITIES });
}
const made = await client.mutate<{ token: string }>('people.createToken', {
  ...{ name: 'Bench', scopes: ['read'], platform: null, expiresInDays: 1 },
});
const authorization = `Bearer ${made.token}`;
const url = `${product.url}/api/v1/scorecards`;
const answer = await (await fetch(url, { headers: { authorization } })).text();
const { items }: { items: ListedScorecard[] } = JSON.parse(answer);
const cells = items.flatMap(({ platform, cells: own }) => own.map((cell) => ({ platform, ...cell })));
if (cells.length !== PLATFORMS * 65) throw new Error(`There are ${cells.length} cells.`);

const file = join(folder, 'cells.db');
const sqlite = new Sqlite(file);
sqlite.exec('create table cell (platform text, capability text, aspect text, level, low, high, coverage, target)');
const insert = sqlite.prepare(
  'insert into cell values (@platform, @capability, @aspect, @level, @low, @high, @coverage, @target)',
);
for (const cell of cells) insert.run(cell);
sqlite.close();
const bare = await startBareNext({ CELLS_FILE: file }, '/api/trpc/cells');
const bareAnswer = await (await fetch(bare.url)).text();
console.log(`answers: ours ${answer.length} bytes, bare ${bareAnswer.length} bytes`);

const load = { requests: TURN, atOnce: AT_ONCE };
const ours: number[] = [];
const theirs: number[] = [];
await measurePage(url, { ...load, headers: { authorization } });
await measurePage(bare.url, load);
for (let turn = 0; turn < TURNS; turn += 1) {
  ours.push(...(await measurePage(url, { ...load, headers: { authorization } })));
  theirs.push(...(await measurePage(bare.url, load)));
}
await product.stop();
await bare.stop();
rmSync(folder, { recursive: true, force: true });

const [our, rival] = [percentile(ours, 0.95), percentile(theirs, 0.95)];
console.log(`p50: ours ${percentile(ours, 0.5).toFixed(1)} ms, bare ${percentile(theirs, 0.5).toFixed(1)} ms`);
const name = 'Scorecards of 20 platforms × 65 cells, four at once: p95 against a bare Next + tRPC route';
console.log(JSON.stringify({ name, unit: 'ms', ours: our, rival, ratio: our / rival, goal: '<= 1.5' }));
