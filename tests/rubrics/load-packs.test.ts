import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadRubric, PackError, packsFolder } from '#rubrics/load-packs.ts';
import type { PackText } from '#rubrics/parse-pack.ts';
import { CRITERIA_FILE, SMALL_PACK } from '#tests/support/plant-fault.ts';

function written(files: readonly PackText[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const { file, text } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const changed = (wanted: string, good: string, bad: string) =>
  SMALL_PACK.map(({ file, text }) => ({ file, text: file === wanted ? text.replace(good, bad) : text }));

function problemsOf(files: readonly PackText[]) {
  try {
    loadRubric(written(files));
    return [];
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
}

test('every pack that comes with the product loads', () => {
  const rubric = loadRubric(join(packsFolder(), 'cncf-platform'));
  expect(rubric).toMatchObject({ id: 'cncf-platform', version: '1.0.0', top: 4 });
});

test('a fault of the form is told with file, line and what to write', () => {
  const problems = problemsOf(changed(CRITERIA_FILE, 'role: anchor', 'role: ankor'));
  expect(problems).toMatchObject([{ file: CRITERIA_FILE, line: 5 }]);
  expect(problems[0]?.message).toContain('anchor');
});

test('a threshold of the wrong dimension is told on its line', () => {
  const problems = problemsOf(changed(CRITERIA_FILE, 'is: "> 7d"', 'is: "> 7%"'));
  expect(problems).toEqual([{ file: CRITERIA_FILE, line: 19, message: expect.stringContaining('"1h"') }]);
});

test('every problem is told at once', () => {
  const files = changed(CRITERIA_FILE, 'is: "> 7d"', 'is: "> 7%"').map(({ file, text }) => ({
    file,
    text: text.replace('metric: self-service-rate', 'metric: self-service'),
  }));
  expect(problemsOf(files).map(({ line }) => line)).toEqual([19, 43]);
});

test('the hash covers what is written, whatever the order of the criteria, and no translation', () => {
  const plain = loadRubric(written(SMALL_PACK)).sha256;
  const entries = (text: string) => text.split(/^(?=- )/m);
  const reversed = SMALL_PACK.map(({ file, text }) => ({
    file,
    text: file === CRITERIA_FILE ? entries(text).toReversed().join('') : text,
  }));
  expect(loadRubric(written(reversed)).sha256).toBe(plain);
  expect(loadRubric(written(SMALL_PACK.filter(({ file }) => file !== 'locales/de.yaml'))).sha256).toBe(plain);
  expect(loadRubric(written(changed(CRITERIA_FILE, '>= 80%', '>= 81%'))).sha256).not.toBe(plain);
});
