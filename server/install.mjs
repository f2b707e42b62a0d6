// Plain JavaScript for Node 20 with nothing installed: brings in what package-lock.json names and finds a Node that fits.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const binaries = join(root, 'node_modules', '.bin');
/** What Node has compiled before: starts are quicker, and what strips the types stays out of memory. */
export const compiled = join(root, 'node_modules', '.cache', 'plumbline-compiled');
/** The SQLite driver is built for this version of Node's binary interface; below it, opening a database crashes. */
const NAPI = 10;

/**
 * The environment of every child: what is installed here comes first on the path, so that `node` is the one that fits. The C
 * library is told to give back what threads have left behind, where it would keep tens of megabytes for a next time.
 */
export function childEnv() {
  return {
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '32768',
    MALLOC_TRIM_THRESHOLD_: '65536',
    NODE_COMPILE_CACHE: compiled,
    ...process.env,
    PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`,
  };
}

export function refuse(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function lockedPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** Names of packages in package-lock.json that are absent or stand in another version. */
export function missingPackages() {
  const installed = lockedPackages('node_modules/.package-lock.json');
  return Object.entries(lockedPackages('package-lock.json'))
    .filter(([path, { optional, version }]) => path !== '' && !optional && installed[path]?.version !== version)
    .map(([path]) => path.replace('node_modules/', ''));
}

/** Runs `npm ci` when something is missing. Development packages are part of it: the build needs some of them. */
export function installMissing() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(`Installing ${missing.length} packages (npm ci), about a minute …`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) refuse('The packages could not be installed: see the message of npm above.');
}

/** The Node that npm carries where it can, else the one that runs this; refuses when neither fits. */
export function findNode() {
  for (const node of [join(binaries, 'node'), process.execPath]) {
    const { stdout } = spawnSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' });
    if (Number(stdout) >= NAPI) return node;
  }
  return refuse(
    `Plumbline needs Node 22.14 or newer; this is ${process.version}. On Linux x64 npm brings a newer one by itself; here, install it from https://nodejs.org.`,
  );
}
