// Plain JavaScript for Node 20: builds the pages when their sources changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv, refuse, root } from './install.mjs';

const SOURCES = [
  'app',
  'db',
  'public',
  'rubrics',
  'server',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];
const output = join(root, process.env.NEXT_DIST_DIR ?? '.next');
const fingerprintFile = join(output, 'plumbline-sources.sha256');

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}

/** One hash over the names and contents of everything that the build reads. */
export function sourcesFingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Builds for production unless what stands was built from the same sources. */
export function buildIfChanged(node) {
  const fingerprint = sourcesFingerprint();
  if (existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint) return;
  rmSync(fingerprintFile, { force: true });
  console.log('Building the pages, under a minute …');
  const { status } = spawnSync(node, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    env: { ...childEnv(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) refuse('The build failed: see the message above.');
  writeFileSync(fingerprintFile, fingerprint);
}
