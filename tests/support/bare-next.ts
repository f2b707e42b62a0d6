import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './built-product.ts';

const BARE = resolve('tests/benchmarks/bare-next');
const NEXT = resolve('node_modules/next/dist/bin/next');
const TRIES = 100;

/** The bare Next application of the benchmarks, built and served on a port of its own. */
export async function startBareNext(given: Record<string, string>, path: string) {
  const port = String(await freePort());
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...given } as const;
  execFileSync(process.execPath, [NEXT, 'build'], { cwd: BARE, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const args = [NEXT, 'start', '--port', port, '--hostname', '127.0.0.1'];
  const child = spawn(process.execPath, args, { cwd: BARE, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}${path}`;
  const answers = () =>
    fetch(url)
      .then(({ ok }) => ok)
      .catch(() => false);
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries === TRIES) throw new Error('The bare application did not start.');
    await sleep(100);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, stop };
}
