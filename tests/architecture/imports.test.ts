import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, PRODUCT, readCode } from '#tests/support/source-tree.ts';

const DISTRIBUTIONS_AND_HASHES = ['@noble/hashes', '@stdlib/', 'canonicalize'];
const DRIVERS = ['better-sqlite3', 'kysely', 'pg'];
const SCREENS = ['@tanstack/react-query', 'next', 'radix-ui', 'react', 'react-dom', 'recharts'];
/** Units of these folders know their contract and what they are given, nothing else of ours. */
const UNITS = /^server\/(sources|trackers|report-formats|notifiers)\//;
/** The doors of app/ that may use values of server/. */
const DOORS = /^app\/(_trpc\/server\.ts$|api\/|metrics\/|schemas\/)/;
/** Where the server is put together. */
const ASSEMBLY = /^server\/(main|runtime|router)\.ts$/;

/** The file or package that an import means. */
function targetOf({ from, to }: Import): string {
  if (to.startsWith('#')) return to.slice(1);
  return to.startsWith('.') ? posix.join(posix.dirname(from), to) : to;
}

const topOf = (path: string) => path.split('/')[0] ?? '';
const isPackage = (target: string, names: string[]) =>
  names.some((name) => target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`));

function refusalInRubrics({ from }: Import, target: string): string | null {
  if (topOf(target) === 'rubrics' || isPackage(target, ['zod', 'yaml', ...DISTRIBUTIONS_AND_HASHES])) return null;
  const reader = from === 'rubrics/load-packs.ts' && target.startsWith('node:');
  return reader ? null : 'rubrics/ is pure: zod, yaml, distributions, a hash and itself';
}

function refusalInDb(target: string): string | null {
  const allowed = topOf(target) === 'db' || isPackage(target, DRIVERS) || target.startsWith('node:');
  return allowed ? null : 'db/ knows kysely, the drivers and itself';
}

function refusalInServer({ from, typeOnly }: Import, target: string): string | null {
  if (topOf(target) === 'app') return 'server/ never looks at app/';
  if (ASSEMBLY.test(from)) return null;
  if (isPackage(target, SCREENS)) return 'server/ draws nothing';
  if (UNITS.test(from)) {
    if (topOf(target) === 'db') return 'a unit is given what it needs; it never reads the database';
    if (topOf(target) === 'rubrics' && !typeOnly) return 'a unit takes types of rubrics/, no values';
    if (target.endsWith('/router.ts')) return 'a unit knows no router';
  }
  const feature = posix.dirname(from);
  if (target.endsWith('/router.ts') && posix.dirname(target) !== feature) {
    return 'another feature is used by a verb, never by its router';
  }
  return null;
}

function refusalInApp({ from, typeOnly }: Import, target: string): string | null {
  if (DOORS.test(from)) return null;
  if (topOf(target) === 'db') return 'app/ never looks at db/';
  if (topOf(target) === 'server' && !(typeOnly && target === 'server/router.ts')) {
    return 'app/ takes types of server/router.ts and goes through the doors for the rest';
  }
  if (topOf(target) === 'rubrics' && !typeOnly && !target.startsWith('rubrics/scoring/')) {
    return 'app/ takes values of rubrics/scoring only, and types';
  }
  return null;
}

/** Why this import is against the directions of the house, or null. */
function refusal(used: Import): string | null {
  const target = targetOf(used);
  const [top, to] = [topOf(used.from), topOf(target)];
  const ours = [...PRODUCT, 'tests'].includes(to) && (used.to.startsWith('#') || used.to.startsWith('.'));
  if (ours && used.to.startsWith('#') === (top === to)) return 'across folders by #…, within one by a relative path';
  if (ours && !/\.\w+$/.test(target)) return 'an import names its file ending';
  if (to === 'tests') return 'the product knows no tests';
  if (top === 'rubrics') return refusalInRubrics(used, target);
  if (top === 'db') return refusalInDb(target);
  return top === 'server' ? refusalInServer(used, target) : refusalInApp(used, target);
}

const findingsIn = (files: { path: string; text: string }[]) =>
  files.flatMap(importsOf).flatMap((used) => {
    const reason = refusal(used);
    return reason === null ? [] : [`${used.from} imports ${used.to}: ${reason}`];
  });

test('every import of the product runs in a direction the house allows', () => {
  expect(findingsIn(readCode(PRODUCT))).toEqual([]);
});

describe('the directions have teeth', () => {
  test.each([
    ['rubrics/scoring/score.ts', `import { db } from '#db/open.ts';`],
    ['rubrics/scoring/score.ts', `import { readFileSync } from 'node:fs';`],
    ['rubrics/evidence/bundle.ts', `import { hash } from '../../server/errors.ts';`],
    ['db/queries/samples.ts', `import { score } from '#rubrics/scoring/score.ts';`],
    ['db/queries/samples.ts', `export type { Context } from '#server/context.ts';`],
    ['server/sources/prometheus.ts', `import { insertSamples } from '#db/queries/samples.ts';`],
    ['server/report-formats/csv.ts', `import { score } from '#rubrics/scoring/score.ts';`],
    ['server/surveys/close-cycle.ts', `import { peopleRouter } from '../people/router.ts';`],
    ['server/surveys/close-cycle.ts', `import { cache } from 'react';`],
    ['server/surveys/close-cycle.ts', `const page = await import('#app/page.tsx');`],
    ['server/surveys/close-cycle.ts', `import { insert } from '../../db/queries/surveys.ts';`],
    ['server/surveys/close-cycle.ts', `import { open } from './open-cycle';`],
    ['server/surveys/close-cycle.ts', `import { build } from '#tests/support/builders.ts';`],
    ['app/page.tsx', `import type { Database } from '#db/schema.ts';`],
    ['app/page.tsx', `import { appRouter } from '#server/router.ts';`],
    ['app/page.tsx', `type Pack = import('#server/errors.ts').AppError;`],
    ['app/page.tsx', `import { loadRubric } from '#rubrics/load-packs.ts';`],
  ])('%s may not say: %s', (path, text) => {
    expect(findingsIn([{ path, text }])).toHaveLength(1);
  });

  test.each([
    ['rubrics/load-packs.ts', `import { readFileSync } from 'node:fs';`],
    ['server/surveys/close-cycle.ts', `import { rescore } from '../assessments/rescore-platform.ts';`],
    ['server/router.ts', `import { surveysRouter } from './surveys/router.ts';`],
    ['app/_trpc/server.ts', `import { appRouter } from '#server/router.ts';`],
    ['app/page.tsx', `import type { AppRouter } from '#server/router.ts';`],
    ['app/_ui/what-if.tsx', `import { score } from '#rubrics/scoring/score.ts';`],
  ])('%s may say: %s', (path, text) => {
    expect(findingsIn([{ path, text }])).toEqual([]);
  });
});
