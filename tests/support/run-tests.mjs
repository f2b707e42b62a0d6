// `npm test`, plain JavaScript for Node 20 with nothing installed: brings in what is missing, runs every section and
// ends with the sum of the runner's own reports. `npm test -- surveys` runs only the test files whose path says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv, findNode, installMissing, root } from '../../server/install.mjs';
import { ensureChromium, ensurePdfTools, ensurePrometheus } from './system-packages.mjs';

const results = join(root, 'test-results', 'tests');
const filters = process.argv.slice(2);

/** What the runner wrote down, as counts; a file that could not be loaded counts as one failure. */
function countsOf(reportFile) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function runSection(name, env, [command, ...args], reportFile) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}\n`);
  const startedAt = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = (Date.now() - startedAt) / 1000;
  const counts = reportFile ? countsOf(reportFile) : { passed: 0, failed: 0, skipped: 0 };
  // Nothing fails silently: a section that ended badly has at least one failure.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  console.log(`\n${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { name, ok: status === 0, seconds, ...counts };
}

function vitest(name, env, node, args) {
  const reportFile = join(results, `${name}.json`);
  const command = [node, 'node_modules/vitest/vitest.mjs', 'run', '--allowOnly=false', '--reporter=default'];
  return runSection(name, env, [...command, '--reporter=json', `--outputFile.json=${reportFile}`, ...args], reportFile);
}

/** Every section in order, the quick ones first; all of them run even when one fails. */
function runAll(env, node) {
  const plain = (name, script, args) => runSection(name, env, [node, script, ...args]);
  return [
    runSection('lint', env, ['biome', 'check', '--error-on-warnings', '.']),
    plain('build', 'server/bootstrap.mjs', ['build']),
    runSection('types', env, ['tsc', '--noEmit']),
    ...['architecture', 'unit', 'processes', 'interop', 'journeys'].map((project) =>
      vitest(project, env, node, ['--project', project]),
    ),
  ];
}

function summarise(sections) {
  const total = (key) => sections.reduce((sum, section) => sum + section[key], 0);
  console.log('\n── summary ─────────────────────────────────────────────────────────────────────\n');
  for (const { name, ok, seconds, passed, failed, skipped } of sections) {
    const counted = passed + failed + skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(14)}${`${seconds.toFixed(1)} s`.padStart(9)}   ${counted}`);
  }
  console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  return sections.every((section) => section.ok) && total('passed') > 0;
}

installMissing();
const node = findNode();
ensurePdfTools();
const env = {
  ...childEnv(),
  CHROMIUM: ensureChromium(),
  PROMETHEUS: ensurePrometheus(),
  NEXT_TELEMETRY_DISABLED: '1',
};
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.exit(summarise(filters.length > 0 ? [vitest('chosen', env, node, filters)] : runAll(env, node)) ? 0 : 1);
