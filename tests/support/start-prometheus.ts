import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { freePort } from './built-product.ts';
import { makeScratchFolder } from './scratch-folder.ts';

/** Where `npm test` unpacks Debian's package: see system-packages.mjs. */
const UNPACKED = resolve('node_modules/.cache/prometheus/usr/bin/prometheus');
const READY_WITHIN_MS = 20_000;

export type RealPrometheus = { url: string; promtool: string; stop: () => Promise<void> };

function findPrometheus(): string {
  const { PROMETHEUS, PATH = '' } = process.env;
  const candidates = [PROMETHEUS, ...PATH.split(delimiter).map((folder) => join(folder, 'prometheus')), UNPACKED];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error('There is no Prometheus: run "npm test", which brings one.');
  return found;
}

/** A real Prometheus on a port of this machine that scrapes the given targets every second. */
export async function startPrometheus(targets: string[]): Promise<RealPrometheus> {
  const program = findPrometheus();
  const folder = makeScratchFolder('plumbline-prometheus-');
  await mkdir(join(folder, 'data'), { recursive: true });
  const config = join(folder, 'prometheus.yml');
  await writeFile(
    config,
    JSON.stringify({
      global: { scrape_interval: '1s', scrape_timeout: '1s' },
      scrape_configs: [{ job_name: 'exporter', static_configs: [{ targets }] }],
    }),
  );
  const port = await freePort();
  const child = spawn(
    program,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (Date.now() > until || child.exitCode !== null) throw new Error('Prometheus did not become ready.');
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return {
    url,
    promtool: join(dirname(program), 'promtool'),
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/-/ready`)).ok;
  } catch {
    return false;
  }
}

/** Waits until a query of it answers something. */
export async function untilScraped(prometheus: RealPrometheus, query: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(query)}`);
    const { data }: { data: { result: unknown[] } } = await answer.json();
    if (data.result.length > 0) return;
    if (Date.now() > until) throw new Error(`Prometheus has nothing for ${query}.`);
    await new Promise((wait) => setTimeout(wait, 200));
  }
}
