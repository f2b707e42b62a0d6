import { describe, expect, test } from 'vitest';
import { PRODUCT, readCode, readFiles, type SourceFile, visit } from '#tests/support/source-tree.ts';

type Use = { what: string; text: string };

const lineOf = (file: SourceFile, offset: number) => file.text.slice(0, offset).split('\n').length;

/** Clock, randomness and network, each as it is written. */
function usesOfTheOutside(file: SourceFile): Use[] {
  const found: Use[] = [];
  const add = (what: string, start: number) =>
    found.push({ what, text: `${file.path}:${lineOf(file, start)} ${what}` });
  visit(file, {
    CallExpression: ({ callee, start }) => {
      if (callee.type === 'Identifier' && callee.name === 'fetch') add('fetch', start);
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) add('new Date()', start);
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'process.env'].includes(name))
        add(name, start);
    },
  });
  return found;
}

/** `as T`, where T is not const: a claim that the compiler cannot check. */
function claims(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file, {
    TSAsExpression: ({ typeAnnotation, start }) => {
      const isConst =
        typeAnnotation.type === 'TSTypeReference' &&
        typeAnnotation.typeName.type === 'Identifier' &&
        typeAnnotation.typeName.name === 'const';
      if (!isConst) found.push(`${file.path}:${lineOf(file, start)} claims a type with "as"`);
    },
  });
  return found;
}

/** Words that the product never says; the reasons stand in docs/scoring.md and CONTRIBUTING.md. */
function forbiddenWords(file: SourceFile): string[] {
  const found: string[] = [];
  const check = (text: string, line: number) => {
    for (const [word] of text.matchAll(/\bElite\b|(?<![\w/])N\/A(?![\w/])/gi))
      found.push(`${file.path}:${line} says "${word}"`);
  };
  if (!/\.tsx?$/.test(file.path)) {
    for (const [index, text] of file.text.split('\n').entries()) check(text, index + 1);
    return found;
  }
  visit(file, {
    Literal: ({ value, start }) => {
      if (typeof value === 'string') check(value, lineOf(file, start));
    },
    TemplateElement: ({ value, start }) => check(value.raw, lineOf(file, start)),
    JSXText: ({ value, start }) => check(value, lineOf(file, start)),
  });
  return found;
}

const outsideIn = (files: SourceFile[], allowed: string[] = []) =>
  files.flatMap(usesOfTheOutside).flatMap(({ what, text }) => (allowed.includes(what) ? [] : [text]));

test('rubrics/ knows no clock, no randomness, no environment and no network', () => {
  expect(outsideIn(readCode(['rubrics']))).toEqual([]);
});

test('sources, report formats and notifiers use the client they are given', () => {
  const units = ['sources', 'report-formats', 'notifiers'].map((kind) => `server/${kind}`);
  expect(outsideIn(readCode(units))).toEqual([]);
});

test('verbs take the time from their context', () => {
  const verbs = readCode(['server']).filter(({ path }) => path.split('/').length > 2);
  const clocks = verbs.filter(({ path }) => !/^server\/(cli|jobs)\//.test(path));
  expect(outsideIn(clocks, ['fetch', 'crypto.randomUUID', 'process.env', 'performance.now'])).toEqual([]);
});

test('no type is claimed with "as"', () => {
  expect(readCode(PRODUCT).flatMap(claims)).toEqual([]);
});

test('no screen, report or pack says a forbidden word', () => {
  const texts = readFiles(['{app,server}/**/*.{ts,tsx}', 'rubrics/packs/**/*.yaml']);
  expect(texts.flatMap(forbiddenWords)).toEqual([]);
});

describe('these rules have teeth', () => {
  const path = 'rubrics/planted.ts';

  test.each(['Date.now()', 'new Date()', 'Math.random()', 'process.env.HOME', 'await fetch("/x")'])(
    '%s is seen',
    (use) => {
      expect(outsideIn([{ path, text: `const planted = ${use};` }])).toHaveLength(1);
    },
  );

  test('a date made of something known is no clock', () => {
    expect(outsideIn([{ path, text: 'const planted = new Date(asOf);' }])).toEqual([]);
  });

  test('a claimed type is seen, a constant one is not', () => {
    expect(claims({ path, text: 'const planted = value as unknown as Row;' })).toHaveLength(2);
    expect(claims({ path, text: 'const planted = [1] as const;' })).toEqual([]);
  });

  test.each([
    ['app/planted.tsx', 'const planted = <p>Elite performers</p>;'],
    ['app/_messages/en/planted.ts', "const planted = 'N/A';"],
    ['rubrics/packs/x/planted.yaml', 'title: Reaches n/a'],
  ])('a forbidden word in %s is seen', (where, text) => {
    expect(forbiddenWords({ path: where, text })).toHaveLength(1);
  });
});
