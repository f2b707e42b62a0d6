import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, readCode, type SourceFile } from '#tests/support/source-tree.ts';

/** What comes in kinds: one file, one line in the registry beside it, one test. */
const KINDS = [
  'app/_charts',
  'app/_ui/questions',
  'db/migrations',
  'rubrics/lint',
  'rubrics/question-types',
  'rubrics/statistics',
  'server/notifiers',
  'server/report-formats',
  'server/sources',
  'server/surveys/templates',
];
/** Registries that gather one list from each feature; what stands beside them is their mechanism. */
const GATHERING = ['server/rest'];
/** Kinds whose units are proved only as a whole, in the order of the registry. */
const PROVED_TOGETHER = ['db/migrations', 'server/surveys/templates', 'app/_ui/questions'];

type Tree = { files: SourceFile[]; tests: string[] };

const isRegistry = (path: string) => posix.basename(path, posix.extname(path)) === 'registry';
const stem = (path: string) => path.replace(/\.(test\.)?tsx?$/, '');

/** The files of a folder that its registry names, and those that only other files of the folder use. */
function readKind(folder: string, files: SourceFile[]) {
  const own = files.filter(({ path }) => posix.dirname(path) === folder);
  const used = (file: SourceFile) => importsOf(file).map(({ from, to }) => stem(posix.join(posix.dirname(from), to)));
  const registry = own.find(({ path }) => isRegistry(path));
  const units = registry ? used(registry) : [];
  const shared = own.filter(({ path }) => !isRegistry(path)).flatMap(used);
  return { paths: own.map(({ path }) => path).filter((path) => !isRegistry(path)), units, shared };
}

/** Files of a kind that no registry line names, unless they are the contract or a part that units share. */
function unregistered(folder: string, { files }: Tree): string[] {
  const { paths, units, shared } = readKind(folder, files);
  return paths
    .filter((path) => !units.includes(stem(path)) && !shared.includes(stem(path)))
    .map((path) => `${path} is in no line of ${folder}/registry.ts`);
}

/** Units without a test of their own under tests/. */
function untested(folder: string, { files, tests }: Tree): string[] {
  const { paths, units, shared } = readKind(folder, files);
  const tested = tests.map(stem);
  if (PROVED_TOGETHER.includes(folder)) {
    const proved = tests.some((path) => path.startsWith(`tests/${folder}`));
    return proved || paths.length === 0 ? [] : [`tests/${folder} proves nothing`];
  }
  return paths
    .filter((path) => units.includes(stem(path)) && !shared.includes(stem(path)))
    .filter((path) => !tested.includes(`tests/${stem(path)}`))
    .map((path) => `${path} has no tests/${stem(path)}.test.ts`);
}

const tree = (): Tree => ({
  files: readCode(['app', 'db', 'rubrics', 'server']),
  tests: globSync('tests/**/*.test.{ts,tsx}'),
});

test('every registry of the product is known here', () => {
  const folders = tree()
    .files.filter(({ path }) => isRegistry(path))
    .map(({ path }) => posix.dirname(path));
  expect(folders.filter((folder) => ![...KINDS, ...GATHERING].includes(folder))).toEqual([]);
});

test.each(KINDS)('every file of %s has its line in the registry', (folder) => {
  expect(unregistered(folder, tree())).toEqual([]);
});

test.each(KINDS)('every line of the registry of %s has its test', (folder) => {
  expect(untested(folder, tree())).toEqual([]);
});

describe('these rules have teeth', () => {
  const file = (name: string, text: string): SourceFile => ({ path: `rubrics/statistics/${name}.ts`, text });
  const planted: Tree = {
    files: [
      file('registry', `import { wilson } from './wilson.ts';`),
      file('wilson', `import type { Statistic } from './statistic.ts';`),
      file('statistic', 'export type Statistic = number;'),
      file('forgotten', `import type { Statistic } from './statistic.ts';`),
    ],
    tests: [],
  };

  test('a forgotten file is seen, a contract is not one', () => {
    expect(unregistered('rubrics/statistics', planted)).toEqual([
      'rubrics/statistics/forgotten.ts is in no line of rubrics/statistics/registry.ts',
    ]);
  });

  test('a unit without a test is seen', () => {
    expect(untested('rubrics/statistics', planted)).toHaveLength(1);
    const tested = { ...planted, tests: ['tests/rubrics/statistics/wilson.test.ts'] };
    expect(untested('rubrics/statistics', tested)).toEqual([]);
  });
});
