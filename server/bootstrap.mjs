// The first file that runs, on whatever Node is there (20 or newer) and with nothing installed:
// brings in what is missing, builds if needed, and hands over to server/main.ts on a Node that fits.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from './build.mjs';
import { childEnv, findNode, installMissing, refuse, root } from './install.mjs';

/** A child that has not stopped by then is ended. */
const STOP_WITHIN_MS = 9_500;

/** Runs one of our programs until it ends and hands signals on to it; returns its exit code. */
function run(node, args, env) {
  const child = spawn(node, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  let stopping = false;
  const stop = (signal) => {
    stopping = true;
    // A terminal sends Ctrl-C to the child as well.
    if (signal !== 'SIGINT' || !process.stdout.isTTY) child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS).unref();
  };
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM').removeAllListeners('SIGHUP');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  child.on('error', (error) => refuse(`The server could not be started: ${error.message}`));
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code: code ?? (stopping && signal !== 'SIGKILL' ? 0 : 1), stopping }));
  });
}

/** The service, over whatever the environment names. */
async function serve(node, mode, env = childEnv()) {
  const args = ['server/main.ts', ...(mode === 'dev' ? ['--dev'] : [])];
  const nodeEnv = mode === 'dev' ? 'development' : 'production';
  const { code } = await run(node, args, { ...env, NODE_ENV: nodeEnv, NEXT_TELEMETRY_DISABLED: '1' });
  return code;
}

/** The service over a made-up organisation in a folder that is thrown away: on this machine alone, and writing to nobody. */
async function serveDemo(node) {
  const { DATABASE_URL, SECRET, PUBLIC_URL, SMTP_URL, ...env } = childEnv();
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-demo-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const demoEnv = { ...env, DATA_DIR: folder };
  console.log('Making the demo, a minute or so …');
  const made = await run(node, ['server/cli/main.ts', 'demo'], demoEnv);
  return made.code !== 0 || made.stopping ? made.code : serve(node, 'start', demoEnv);
}

const command = process.argv[2];
if (!['start', 'dev', 'build', 'demo'].includes(command))
  refuse('Use: npm start, npm run demo, npm run dev or npm run build.');
const { HOST = '' } = process.env;
if (command === 'demo' && !['', '127.0.0.1', '::1', 'localhost'].includes(HOST))
  refuse(`The demo is for this machine alone: HOST is ${HOST}. Leave HOST out, or use npm start.`);
installMissing();
const node = findNode();
if (command !== 'dev') buildIfChanged(node);
if (command === 'demo') process.exit(await serveDemo(node));
if (command !== 'build') process.exit(await serve(node, command));
