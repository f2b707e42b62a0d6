import { globSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PRODUCT, readCode, type SourceFile, visit } from '#tests/support/source-tree.ts';

const TOP_LEVEL = [
  ...['app', 'db', 'deploy', 'docs', 'public', 'rubrics', 'server', 'tests', '.ci', '.gitignore'],
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'package.json', 'package-lock.json'],
  ...['biome.json', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'vitest.config.ts', 'instrumentation.ts'],
];
/** Made on the spot and kept out of git. */
const MADE = /^(\.git|node_modules|\.next.*|next-env\.d\.ts|.*\.tsbuildinfo|data|test-results|coverage)$/;
const NOWHERE_FOLDERS = ['src', 'lib', 'utils', 'types', 'hooks', 'helpers', 'common'];
/** Next's own spellings: [param], [...rest], (group), _private. */
const FOLDER = /^(_?[a-z0-9]+(-[a-z0-9]+)*|\[(\.\.\.)?[a-zA-Z]+\]|\([a-z-]+\))$/;
const FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|bench))?\.[a-z]+$/;
const DEFAULT_EXPORTS =
  /^app\/.*(page|layout|template|default|loading|error|global-error|not-found|forbidden|icon)\.tsx$/;

/** What is wrong with the path of a file. */
function misnamed(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  const file = posix.basename(path);
  return [
    ...folders
      .filter((folder) => NOWHERE_FOLDERS.includes(folder))
      .map((name) => `${path}: a folder "${name}" says nothing`),
    ...folders
      .filter((folder) => !FOLDER.test(folder))
      .map((name) => `${path}: the folder "${name}" is not kebab-case`),
    ...(FILE.test(file) ? [] : [`${path}: the file is not kebab-case`]),
    ...(/^index\./.test(file) ? [`${path}: no barrels`] : []),
  ];
}

/** Folders of the server side that hold one file and nothing else. */
function lonely(paths: string[]): string[] {
  const inside = Map.groupBy(paths, (path) => posix.dirname(path));
  return [...inside].flatMap(([folder, files]) => {
    const alone = files.length === 1 && !paths.some((path) => path.startsWith(`${folder}/`) && path !== files[0]);
    return alone ? [`${folder} holds one file: put it beside its users`] : [];
  });
}

function exportsOf(file: SourceFile): { names: string[]; hasDefault: boolean } {
  const names: string[] = [];
  let hasDefault = false;
  visit(file, {
    ExportDefaultDeclaration: () => {
      hasDefault = true;
    },
    ExportNamedDeclaration: ({ declaration }) => {
      if (declaration?.type === 'FunctionDeclaration' && declaration.id) names.push(declaration.id.name);
      if (declaration?.type !== 'VariableDeclaration') return;
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.push(id.name);
    },
  });
  return { names, hasDefault };
}

/** A file that exports an input schema is a verb: its name, its function and the schema say the same. */
function misnamedVerbs(file: SourceFile): string[] {
  const { names } = exportsOf(file);
  const stem = posix.basename(file.path, '.ts').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return names
    .filter((name) => name.endsWith('Input') && names.includes(name.slice(0, -'Input'.length)))
    .filter((name) => !names.includes(stem) && name !== `${stem}Input`)
    .map((name) => `${file.path} exports ${name}: a verb stands in a file of its name`);
}

const needlessDefaults = (file: SourceFile) =>
  exportsOf(file).hasDefault && !DEFAULT_EXPORTS.test(file.path) ? [`${file.path} exports a default`] : [];

/** Tests stand where the thing they test stands, under tests/. */
function unmirrored(tests: string[], folders: Set<string>): string[] {
  return tests
    .filter((path) => !folders.has(posix.dirname(path).replace('tests/', '')))
    .map((path) => `${path}: the product has no such folder`);
}

const codePaths = () => readCode(PRODUCT).map(({ path }) => path);

test('the top level holds what the house lists and nothing else', () => {
  const found = readdirSync('.').filter((name) => !MADE.test(name));
  expect(found.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});

test('files and folders have kebab-case names that say what is in them', () => {
  expect([...codePaths(), ...globSync('tests/**/*.{ts,tsx,mjs}')].flatMap(misnamed)).toEqual([]);
});

test('no folder of the server side holds a single file', () => {
  const codeAndData = globSync('{db,rubrics,server}/**/*.*').filter((path) => !path.startsWith('rubrics/packs/'));
  expect(lonely(codeAndData)).toEqual([]);
});

test('a verb, its file and its input schema bear one name', () => {
  expect(readCode(['server']).flatMap(misnamedVerbs)).toEqual([]);
});

test('only Next’s own files export a default', () => {
  expect(readCode(PRODUCT).flatMap(needlessDefaults)).toEqual([]);
});

test('tests mirror the folders of the product', () => {
  const folders = new Set(
    [...codePaths(), ...globSync('rubrics/packs/**/*.yaml')].flatMap((path) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
    }),
  );
  expect(unmirrored(globSync('tests/{app,db,rubrics,server}/**/*.test.{ts,tsx}'), folders)).toEqual([]);
});

describe('the names have teeth', () => {
  test.each(['server/utils/dates.ts', 'server/surveys/openCycle.ts', 'app/_ui/index.ts', 'app/Overview/page.tsx'])(
    '%s is misnamed',
    (path) => {
      expect(misnamed(path)).not.toEqual([]);
    },
  );

  test.each(['app/p/[platform]/page.tsx', 'app/api/v1/[...path]/route.ts', 'db/migrations/0001-spine.ts'])(
    '%s is well named',
    (path) => expect(misnamed(path)).toEqual([]),
  );

  test('a folder with one file is seen', () => {
    expect(lonely(['server/mail/send-mail.ts', 'server/main.ts', 'server/env.ts'])).toHaveLength(1);
  });

  test('a verb in the wrong file is seen', () => {
    const text = 'export const openCycleInput = 1;\nexport async function openCycle() {}';
    expect(misnamedVerbs({ path: 'server/surveys/cycles.ts', text })).toHaveLength(1);
    expect(misnamedVerbs({ path: 'server/surveys/open-cycle.ts', text })).toEqual([]);
  });

  test('a needless default export is seen', () => {
    const text = 'export default function Planted() {}';
    expect(needlessDefaults({ path: 'server/planted.ts', text })).toHaveLength(1);
    expect(needlessDefaults({ path: 'app/p/[platform]/page.tsx', text })).toEqual([]);
  });

  test('a test of a folder that does not exist is seen', () => {
    expect(unmirrored(['tests/server/mail/send.test.ts'], new Set(['server/surveys']))).toHaveLength(1);
  });
});
