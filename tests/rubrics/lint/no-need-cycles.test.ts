import { expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { CRITERIA_FILE, SMALL_PACK } from '#tests/support/plant-fault.ts';

/** The small pack with needs, criterion by criterion. */
function withNeeds(needs: Record<string, string>) {
  const files = SMALL_PACK.map(({ file, text }) => ({
    file,
    text:
      file === CRITERIA_FILE
        ? text.replaceAll(/- id: (.*)\n/g, (line, id: string) => (needs[id] ? `${line}  needs: ${needs[id]}\n` : line))
        : text,
  }));
  return lintPack(files).map(({ check, message }) => [check, message]);
}

test('two criteria that wait for each other are found, once', () => {
  expect(withNeeds({ 'INT-2.a': '[INT-3.a]', 'INT-3.a': '[INT-2.a]' })).toEqual([
    ['no-need-cycles', 'INT-2.a needs INT-3.a needs INT-2.a: none of them could come first'],
  ]);
});

test('a longer circle is found by its shortest way, once', () => {
  const needs = { 'INT-1.a': '[INT-3.a]', 'INT-3.a': '[INT-2.a, INT-1.b]', 'INT-2.a': '[INT-1.a]' };
  expect(withNeeds(needs)).toEqual([
    ['no-need-cycles', 'INT-1.a needs INT-3.a needs INT-2.a needs INT-1.a: none of them could come first'],
  ]);
});

test('two ways to one need are no circle', () => {
  expect(withNeeds({ 'INT-3.a': '[INT-2.a, INT-1.a]', 'INT-2.a': '[INT-1.a]' })).toEqual([]);
});
