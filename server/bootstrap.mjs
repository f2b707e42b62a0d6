// The first file that runs, on whatever Node is there (20 or newer) and with nothing installed:
// brings in what is missing, builds if needed, and hands over to server/main.ts on a Node that fits.
import { spawn } from 'node:child_process';
import { buildIfChanged } from './build.mjs';
import { childEnv, findNode, installMissing, refuse, root } from './install.mjs';

/** A child that has not stopped by then is ended. */
const STOP_WITHIN_MS = 9_500;

function serve(node, mode) {
  const child = spawn(node, ['server/main.ts', ...(mode === 'dev' ? ['--dev'] : [])], {
    cwd: root,
    env: { ...childEnv(), NODE_ENV: mode === 'dev' ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let stopping = false;
  const stop = (signal) => {
    stopping = true;
    // A terminal sends Ctrl-C to the child as well.
    if (signal !== 'SIGINT' || !process.stdout.isTTY) child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  child.on('error', (error) => refuse(`The server could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (stopping && signal !== 'SIGKILL' ? 0 : 1)));
}

const command = process.argv[2];
if (!['start', 'dev', 'build'].includes(command)) refuse('Use: npm start, npm run dev or npm run build.');
installMissing();
const node = findNode();
if (command !== 'dev') buildIfChanged(node);
if (command !== 'build') serve(node, command);
