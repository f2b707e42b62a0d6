// What a newcomer does, by machine and on plain Node 20: clones the committed state into an empty folder, starts it with
// no environment, sets it up, pushes real samples and waits for a scored cell that shows its evidence. One line a step.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'plumbline-clean-'));
const clone = join(folder, 'plumbline');
const DAY_MS = 86_400_000;
const START_WITHIN_MS = 8 * 60_000;
/** New samples are scored at most once a minute. */
const SCORED_WITHIN_MS = 120_000;
const person = { name: 'Ada Newcomer', email: 'ada@example.org', password: 'a plumb line shows what is true' };
const results = { passed: 0, failed: 0 };

/** Does one step; the first that fails ends the walk, since the next ones stand on it. */
async function step(name, action) {
  const startedAt = Date.now();
  try {
    const value = await action();
    results.passed += 1;
    console.log(`✓ ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
    return value;
  } catch (error) {
    results.failed += 1;
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : error}`);
    throw error;
  }
}

function must(condition, message) {
  if (!condition) throw new Error(message);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** `npm start` with nothing but a path, a home and a port; resolves with the address and the set-up link. */
async function start(server) {
  const deadline = Date.now() + START_WITHIN_MS;
  while (!/Plumbline is ready: (\S+)/.test(server.output)) {
    must(server.child.exitCode === null, `npm start ended with ${server.child.exitCode}:\n${server.output}`);
    must(Date.now() < deadline, `npm start was not ready in time:\n${server.output}`);
    await sleep(250);
  }
  await sleep(500);
  const url = /Plumbline is ready: (\S+)/.exec(server.output)?.[1];
  const link = /(http\S+\/set-up\/\S+)/.exec(server.output)?.[1];
  must(link !== undefined, `no set-up link was printed:\n${server.output}`);
  return { url, link };
}

async function send(url, { cookie, token, body }) {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      origin: new URL(url).origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  must(response.ok, `${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return { text, response };
}

async function setUp(url, link) {
  const page = await send(link, {});
  must(page.text.includes('<form'), 'the set-up link shows no form');
  const platform = { name: 'Payments platform', key: 'payments', timeZone: 'UTC', fiscalYearStartMonth: 1 };
  const token = link.split('/').at(-1);
  const body = { token, ...person, platform: { ...platform, capabilities: ['data', 'observability'] } };
  await send(`${url}/api/trpc/people.completeSetUp`, { body });
  const again = await send(link, {});
  must(!again.text.includes('<form'), 'the set-up link works twice');
}

async function signIn(url) {
  const { email, password } = person;
  const { response } = await send(`${url}/api/auth/sign-in/email`, { body: { email, password } });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  must(cookie !== '', 'signing in set no cookie');
  const body = { name: 'clean start', scopes: ['metrics:write', 'read'], platform: 'payments', expiresInDays: 1 };
  const made = await send(`${url}/api/trpc/people.createToken`, { cookie, body });
  return { cookie, token: JSON.parse(made.text).result.data.token };
}

const DAYS = 28;
/** How one asks for a database, and how much of it goes without a person: enough to decide criteria of its interfaces. */
const METRICS = [
  { metric: 'self-service-rate', value: 0.97 },
  { metric: 'channel-share', labels: { channel: 'portal' }, value: 0.91 },
];

/** Four weeks of two metrics of one capability, and one sample that has to be refused by name. */
async function push(url, token) {
  const samples = Array.from({ length: DAYS }, (_, day) =>
    METRICS.map((one) => ({
      ...one,
      capability: 'data',
      at: new Date(Date.now() - (DAYS - day) * DAY_MS).toISOString(),
    })),
  ).flat();
  const body = { samples: [...samples, { metric: 'no-such-metric', at: new Date().toISOString(), value: 1 }] };
  const { text } = await send(`${url}/api/v1/metrics`, { token, body });
  const { accepted, rejected } = JSON.parse(text);
  must(accepted === samples.length, `${samples.length} good samples, but ${text}`);
  must(rejected.length === 1 && rejected[0].index === samples.length, `one bad sample by its index, but ${text}`);
}

async function waitForScore(url, token) {
  const deadline = Date.now() + SCORED_WITHIN_MS;
  while (Date.now() < deadline) {
    const { text } = await send(`${url}/api/v1/platforms/payments/scorecard`, { token });
    const cells = JSON.parse(text).cells ?? [];
    const cell = cells.find(({ capability, coverage }) => capability === 'data' && coverage > 0);
    if (cell) return cell;
    await sleep(500);
  }
  throw new Error('no cell of the capability was scored from its samples in time');
}

async function seeEvidence(url, { cookie, token }, { capability, aspect, level }) {
  must(Number.isInteger(level), `the cell has no level: ${level}`);
  const address = `${url}/api/v1/platforms/payments/cells/${capability}/${aspect}/explanation`;
  const { text } = await send(address, { token });
  must(text.includes('channel-share') && text.includes('0.91'), 'the explanation does not name the evidence');
  const page = await send(`${url}/p/payments`, { cookie });
  must(page.text.includes('Payments platform'), 'the overview does not show the platform');
}

/** The same bundle, scored anew by the command line, gives the same scorecard. */
async function scoreAgain(url, token) {
  const { text: scorecard } = await send(`${url}/api/v1/platforms/payments/scorecard`, { token });
  const served = JSON.parse(scorecard);
  const address = `${url}/api/v1/platforms/payments/bundle?asOf=${served.asOf}`;
  const { text: bundle } = await send(address, { token });
  const file = join(folder, 'bundle.json');
  writeFileSync(file, bundle);
  const args = ['--no', '--loglevel=error', 'plumbline', 'score'];
  const from = ['--pack', 'rubrics/packs/cncf-platform', '--bundle', file];
  const printed = execFileSync('npx', [...args, ...from], { cwd: clone, encoding: 'utf8', maxBuffer: 64e6 });
  const again = JSON.parse(printed);
  must(again.bundleSha256 === served.bundleSha256, 'the bundle has another hash than the scorecard names');
  must(isDeepStrictEqual(again.cells, served.cells), 'the command line scores the bundle differently');
}

async function stop(server) {
  const startedAt = Date.now();
  const exited = once(server.child, 'exit');
  server.child.kill('SIGTERM');
  await Promise.race([exited, sleep(10_000)]);
  must(server.child.exitCode === 0, `ended with ${server.child.exitCode ?? 'nothing'}:\n${server.output.slice(-2000)}`);
  const left = execFileSync('sh', ['-c', `ps -eo args | grep -F "${clone}" | grep -v grep || true`], {
    encoding: 'utf8',
  });
  must(left === '', `left running: ${left}`);
  must(Date.now() - startedAt < 10_000, `took ${Date.now() - startedAt} ms`);
}

async function walk(server) {
  const { url, link } = await step('npm start on a clean clone prints a set-up link', () => start(server));
  await step('the set-up link makes an administrator and a platform, once', () => setUp(url, link));
  const keys = await step('the administrator signs in and makes a token', () => signIn(url));
  await step('samples are taken, a bad one is named', () => push(url, keys.token));
  const cell = await step('the capability is scored', () => waitForScore(url, keys.token));
  await step('the cell shows its evidence', () => seeEvidence(url, keys, cell));
  await step('the command line computes the same scorecard', () => scoreAgain(url, keys.token));
  await step('SIGTERM ends it within 10 s', () => stop(server));
}

const { PATH, HOME } = process.env;
execFileSync('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' });
const child = spawn('npm', ['start'], {
  cwd: clone,
  env: { PATH, HOME, PORT: String(await freePort()) },
  stdio: ['ignore', 'pipe', 'pipe'],
  detached: true,
});
const server = { child, output: '' };
for (const stream of [child.stdout, child.stderr]) {
  stream.on('data', (chunk) => {
    server.output += chunk;
  });
}
try {
  await walk(server);
} catch {
  process.exitCode = 1;
} finally {
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${results.passed} passed, ${results.failed} failed, 0 skipped`);
