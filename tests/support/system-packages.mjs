// Plain JavaScript for Node 20: the parts that the tests need and npm does not carry.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuse, root } from '../../server/install.mjs';

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PDF_TOOLS = ['pdfinfo', 'pdftotext', 'qpdf'];

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

const findChromium = () => process.env.CHROMIUM || findProgram(CHROMIUMS);
const findPdfTools = () => PDF_TOOLS.every((name) => findProgram([name])) || undefined;

/** What `find` finds; installs Debian's packages as root there, and anywhere else stops with what would. */
function ensure({ what, packages, elsewhere, find }) {
  const found = find();
  if (found !== undefined) return found;
  const apt = `apt-get update && apt-get install -y --no-install-recommends ${packages}`;
  if (!existsSync('/etc/debian_version')) refuse(`${what}. ${elsewhere}`);
  if (process.getuid?.() !== 0) refuse(`${what}. Install it with:\n\n  sudo sh -c '${apt}'`);
  console.log(`${what}: installing ${packages} (apt-get), about half a minute …`);
  const { status } = spawnSync('sh', ['-c', apt], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const installed = find();
  if (status !== 0 || installed === undefined) refuse(`${what}, and it could not be installed with: ${apt}`);
  return installed;
}

/** The path of a Chromium. */
export const ensureChromium = () =>
  ensure({
    what: 'The browser tests need Chromium',
    packages: 'chromium',
    elsewhere: 'Install it and say where it is: CHROMIUM=/path npm test',
    find: findChromium,
  });

/** Programs that open what reports are exported as. */
export const ensurePdfTools = () =>
  ensure({
    what: 'The tests that open PDF files need poppler and qpdf',
    packages: 'poppler-utils qpdf',
    elsewhere: 'Install both; their programs must be on your path.',
    find: findPdfTools,
  });

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
