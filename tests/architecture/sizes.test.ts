import { expect, test } from 'vitest';
import { functionsOf, PRODUCT, readCode, type SourceFile } from '#tests/support/source-tree.ts';

const MOST_LINES_OF_A_FILE = 300;
const MOST_LINES_OF_A_FUNCTION = 60;
const MOST_PARAMETERS = 4;
/** Every table as an interface, the data model on one page: long on purpose. */
const DATA_MODEL = 'db/schema.ts';

function longFiles(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > MOST_LINES_OF_A_FILE && path !== DATA_MODEL ? [`${path} has ${lines} lines`] : [];
  });
}

function longFunctions(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    functionsOf(file)
      .filter(({ lines }) => lines > MOST_LINES_OF_A_FUNCTION)
      .map(({ name, lines }) => `${file.path}: ${name} has ${lines} lines`),
  );
}

function wideFunctions(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    functionsOf(file)
      .filter(({ parameters }) => parameters > MOST_PARAMETERS)
      .map(({ name, parameters }) => `${file.path}: ${name} takes ${parameters} parameters`),
  );
}

const planted = (lines: number): SourceFile => ({
  path: 'server/planted.ts',
  text: `export function planted(a, b, c, d, e) {\n${'  count();\n'.repeat(lines - 2)}}\n`,
});

test(`no file is longer than ${MOST_LINES_OF_A_FILE} lines`, () => {
  expect(longFiles(readCode([...PRODUCT, 'tests']))).toEqual([]);
  expect(longFiles([planted(301)])).toEqual(['server/planted.ts has 301 lines']);
  expect(longFiles([planted(300)])).toEqual([]);
});

test(`no function of the product is longer than ${MOST_LINES_OF_A_FUNCTION} lines`, () => {
  expect(longFunctions(readCode(PRODUCT))).toEqual([]);
  expect(longFunctions([planted(61)])).toEqual(['server/planted.ts: planted has 61 lines']);
  expect(longFunctions([planted(60)])).toEqual([]);
});

test(`no function of the product takes more than ${MOST_PARAMETERS} parameters`, () => {
  expect(wideFunctions(readCode(PRODUCT))).toEqual([]);
  expect(wideFunctions([planted(3)])).toEqual(['server/planted.ts: planted takes 5 parameters']);
});
