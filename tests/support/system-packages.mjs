// Plain JavaScript for Node 20: the parts that the tests need and npm does not carry.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuse, root } from '../../server/install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const APT = 'apt-get update && apt-get install -y --no-install-recommends chromium';

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

const findChromium = () => process.env.CHROMIUM || findProgram(NAMES);

/** The path of a Chromium; installs Debian's as root there, and anywhere else stops with the command that would. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const debian = existsSync('/etc/debian_version');
  if (!debian) refuse('The browser tests need Chromium. Install it and say where it is: CHROMIUM=/path npm test');
  if (process.getuid?.() !== 0) refuse(`The browser tests need Chromium. Install it with:\n\n  sudo sh -c '${APT}'`);
  console.log('Installing Chromium for the browser tests (apt-get), about half a minute …');
  const { status } = spawnSync('sh', ['-c', APT], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const installed = findChromium();
  if (status !== 0 || installed === undefined) refuse(`Chromium could not be installed with: ${APT}`);
  return installed;
}

const PROMETHEUS = join(root, 'node_modules', '.cache', 'prometheus');
const UNPACK = 'apt-get download prometheus && dpkg --extract prometheus_*.deb . && rm prometheus_*.deb';

function findPrometheus() {
  const unpacked = join(PROMETHEUS, 'usr', 'bin', 'prometheus');
  return process.env.PROMETHEUS || findProgram(['prometheus']) || (executable(unpacked) ? unpacked : undefined);
}

/**
 * The path of a Prometheus; takes Debian's package apart into a folder of this checkout. It is not installed: no service starts,
 * no user is made, and no administrator is needed, as long as apt knows its packages.
 */
export function ensurePrometheus() {
  const found = findPrometheus();
  if (found !== undefined) return found;
  if (!existsSync('/etc/debian_version')) {
    refuse('The tests against a real Prometheus need one. Say where it is: PROMETHEUS=/path npm test');
  }
  console.log('Fetching Prometheus for the tests (apt-get), a few seconds …');
  mkdirSync(PROMETHEUS, { recursive: true });
  const run = (command) => spawnSync('sh', ['-c', command], { cwd: PROMETHEUS, stdio: 'ignore' }).status === 0;
  if (!run(UNPACK)) {
    if (process.getuid?.() !== 0) {
      refuse('Prometheus could not be fetched. Bring the package lists up to date with:\n\n  sudo apt-get update');
    }
    run('apt-get update') && run(UNPACK);
  }
  return findPrometheus() ?? refuse('Prometheus could not be fetched with apt-get download prometheus.');
}
