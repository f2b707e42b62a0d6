// Plain JavaScript for Node 20: the parts that the tests need and npm does not carry.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuse } from '../../server/install.mjs';

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

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

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
