import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, PRODUCT, readCode, type SourceFile, visit } from '#tests/support/source-tree.ts';

/** What comes in kinds: one file, one line in the registry beside it, one test. */
const KINDS = [
  'app/_charts',
  'app/_ui/questions',
  'db/migrations',
  'rubrics/lint',
  'rubrics/question-types',
  'rubrics/scoring/roll-ups',
  'rubrics/statistics',
  'server/catalogue/files',
  'server/cli/commands',
  'server/cli/imports',
  'server/jobs/kinds',
  'server/notices/kinds',
  'server/notifiers',
  'server/report-formats',
  'server/reports/sections',
  'server/sources',
  'server/surveys/templates',
  'server/trackers',
];
/** Registries that gather one list from each feature or language; what stands beside them is their mechanism. */
const GATHERING = ['app/_messages', 'app/_messages/en', 'server/rest', 'server/tasks'];
/** Kinds whose units are proved only as a whole, in the order of the registry. */
const PROVED_TOGETHER = ['db/migrations', 'server/surveys/templates', 'app/_ui/questions'];
/** Files that something other than an import brings to life. */
const ENTRY =
  /^(app\/.*(page|layout|template|default|loading|error|global-error|not-found|forbidden|icon|route)\.tsx?|server\/main\.ts|.*\.mjs)$/;

type Tree = { files: SourceFile[]; tests: string[] };

const stem = (path: string) => path.replace(/\.(test\.)?tsx?$/, '');
const isRegistry = (path: string) => posix.basename(stem(path)) === 'registry';

/** The files of ours that a file names: imports, and addresses such as `new URL('./worker.ts', import.meta.url)`. */
function filesNamedBy(file: SourceFile): string[] {
  const names = importsOf(file).map(({ to }) => to);
  visit(file, {
    NewExpression: ({ callee, arguments: [first] }) => {
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL';
      if (isUrl && first?.type === 'Literal') names.push(String(first.value));
    },
  });
  return names.map((name) => stem(name.startsWith('#') ? name.slice(1) : posix.join(posix.dirname(file.path), name)));
}

/** Files that no other file of the product names: a unit without its registry line, or something left behind. */
function unused({ files }: Tree): string[] {
  const named = new Set(files.flatMap(filesNamedBy));
  return files
    .filter(({ path }) => !named.has(stem(path)) && !ENTRY.test(path))
    .map(({ path }) => `${path} is named by no file: register it or delete it`);
}

/** Files of a kind that its registry names and no sibling shares. */
function unitsOf(folder: string, files: SourceFile[]): string[] {
  const own = files.filter(({ path }) => posix.dirname(path) === folder);
  const registered = own.filter(({ path }) => isRegistry(path)).flatMap(filesNamedBy);
  const shared = own.filter(({ path }) => !isRegistry(path)).flatMap(filesNamedBy);
  return own.map(({ path }) => stem(path)).filter((path) => registered.includes(path) && !shared.includes(path));
}

function untested(folder: string, { files, tests }: Tree): string[] {
  const units = unitsOf(folder, files);
  if (PROVED_TOGETHER.includes(folder)) {
    const proved = tests.some((path) => path.startsWith(`tests/${folder}`));
    return proved || units.length === 0 ? [] : [`tests/${folder} proves nothing`];
  }
  const tested = tests.map(stem);
  return units
    .filter((unit) => !tested.includes(`tests/${unit}`))
    .map((unit) => `${unit} has no tests/${unit}.test.ts`);
}

const tree = (): Tree => ({ files: readCode(PRODUCT), tests: globSync('tests/**/*.test.{ts,tsx}') });

test('every registry of the product is known here', () => {
  const registries = tree().files.filter(({ path }) => isRegistry(path));
  const folders = registries.map(({ path }) => posix.dirname(path));
  expect(folders.filter((folder) => ![...KINDS, ...GATHERING].includes(folder))).toEqual([]);
});

test('every file of the product is registered or used', () => {
  expect(unused(tree())).toEqual([]);
});

test.each(KINDS)('every line of the registry of %s has its test', (folder) => {
  expect(untested(folder, tree())).toEqual([]);
});

describe('these rules have teeth', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });
  const planted: Tree = {
    files: [
      file('server/main.ts', `import '#rubrics/statistics/registry.ts'; new URL('./jobs/worker.ts', import.meta.url);`),
      file('server/jobs/worker.ts', ''),
      file('rubrics/statistics/registry.ts', `import { wilson } from './wilson.ts';`),
      file('rubrics/statistics/wilson.ts', `import type { Statistic } from './statistic.ts';`),
      file('rubrics/statistics/statistic.ts', 'export type Statistic = number;'),
      file('rubrics/statistics/forgotten.ts', `import type { Statistic } from './statistic.ts';`),
    ],
    tests: [],
  };

  test('a forgotten file is seen; a contract and a worker are none', () => {
    expect(unused(planted)).toEqual(['rubrics/statistics/forgotten.ts is named by no file: register it or delete it']);
  });

  test('a unit without a test is seen', () => {
    expect(untested('rubrics/statistics', planted)).toEqual([
      'rubrics/statistics/wilson has no tests/rubrics/statistics/wilson.test.ts',
    ]);
    const tested = { ...planted, tests: ['tests/rubrics/statistics/wilson.test.ts'] };
    expect(untested('rubrics/statistics', tested)).toEqual([]);
  });
});
