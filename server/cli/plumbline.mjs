#!/usr/bin/env node
// Plain JavaScript for Node 20: hands the command over to a Node that runs TypeScript and the SQLite driver.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiled, findNode, root } from '../install.mjs';

if (!existsSync(join(root, 'node_modules', 'kysely'))) {
  console.error('Plumbline is not installed yet. Run "npm install" in its folder first.');
  process.exit(2);
}
if (Number(process.versions.napi) >= 10 && process.features.typescript) {
  module.enableCompileCache(compiled);
  await import('./main.ts');
} else {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const quiet = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const { status, signal } = spawnSync(findNode(), [...quiet, main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
  });
  process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}
