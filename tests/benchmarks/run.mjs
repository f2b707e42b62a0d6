// `npm run bench`: runs every *.bench.ts of this folder in turn and puts their figures into one table.
// Each writes lines of JSON: { name, unit, ours, rival, ratio, goal } with a goal such as ">= 40" or "<= 1.5" for the ratio
// (for a bare limit, ratio is the figure itself and rival is null). `npm run bench -- score` runs those whose name says so.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildIfChanged } from '../../server/build.mjs';
import { childEnv, findNode, installMissing, root } from '../../server/install.mjs';

const filters = process.argv.slice(2);

function holds(ratio, goal) {
  const [sign, limit] = goal.split(' ');
  return sign === '>=' ? ratio >= Number(limit) : ratio <= Number(limit);
}

/** Runs one script; hands its other output through and returns its figures and whether it ended well. */
async function runScript(node, script) {
  console.log(`\n── ${script}\n`);
  const child = spawn(node, ['--expose-gc', join('tests/benchmarks', script)], {
    cwd: root,
    env: childEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const figures = [];
  const ended = new Promise((resolve) => child.on('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) {
      console.log(line);
      continue;
    }
    const figure = JSON.parse(line);
    figures.push({ script, ...figure, ok: holds(figure.ratio, figure.goal) });
  }
  return { figures, ok: (await ended) === 0 && figures.length > 0 };
}

const shorten = (value) => (value === null ? '–' : Number(value.toPrecision(4)).toLocaleString('en-GB'));

function printTable(figures) {
  const rows = figures.map(({ ok, name, unit, ours, rival, ratio, goal }) => [
    ok ? '✓' : '✗',
    name,
    `${shorten(ours)} ${unit}`,
    rival === null ? '–' : `${shorten(rival)} ${unit}`,
    shorten(ratio),
    goal,
  ]);
  const table = [['', 'figure', 'ours', 'rival', 'ratio', 'goal'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  console.log();
  for (const row of table)
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}

installMissing();
const node = findNode();
buildIfChanged(node);
const scripts = readdirSync(join(root, 'tests/benchmarks'))
  .filter((name) => name.endsWith('.bench.ts') && (filters.length === 0 || filters.some((part) => name.includes(part))))
  .sort();
const runs = [];
for (const script of scripts) runs.push({ script, ...(await runScript(node, script)) });
const figures = runs.flatMap((run) => run.figures);
if (figures.length > 0) printTable(figures);
for (const { script, ok } of runs) if (!ok) console.log(`\n${script} did not end well.`);
mkdirSync(join(root, 'test-results'), { recursive: true });
const report = { node: process.version, cores: cpus().length, model: cpus()[0]?.model, figures };
writeFileSync(join(root, 'test-results/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
process.exit(figures.length > 0 && runs.every((run) => run.ok) && figures.every((figure) => figure.ok) ? 0 : 1);
