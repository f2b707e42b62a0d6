import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { packsFolder, readPackFiles } from '#rubrics/load-packs.ts';

const files = readPackFiles(join(packsFolder(), 'owasp-samm'));
/** What lint says of the SAMM pack after one change in a file. */
function findingsAfter(file: string, from: string, to: string): string[] {
  const before = files.find((one) => one.file === file)?.text ?? '';
  expect(before).toContain(from);
  const changed = files.map((one) => (one.file === file ? { file, text: before.replace(from, () => to) } : one));
  return lintPack(changed).map(({ check, file: at, message }) => `${at} ${check}: ${message}`);
}

test.each([
  ['floor: 0', 'floor: 1', 'added-up answers begin at 0, not at the floor'],
  ['group: governance', 'group: direction', 'the group "direction" is not among the groups'],
  ['name: "No", value: 0 }', 'name: "No", value: 0.1 }', 'the least answer of "apps" counts something'],
  ['value: 0.25 }', 'value: 0.75 }', 'the answers of "apps" do not rise'],
])('%s turned into %s is found', (from, to, message) => {
  expect(findingsAfter('pack.yaml', from, to)).toContain(`pack.yaml answers-add-up: ${message}`);
});

test('a roll-up that does not reach the top level is found, aspect by aspect', () => {
  const found = findingsAfter('pack.yaml', 'part: sum', 'part: mean');
  // three full answers have the mean 1
  expect(found).toContain('pack.yaml answers-add-up: the best answers of "secure-build" give 1, the top level is 3');
  expect(found).toHaveLength(15);
});

test('a question too few is found', () => {
  const file = 'criteria/secure-build.yaml';
  const text = files.find((one) => one.file === file)?.text ?? '';
  const last = text.slice(text.indexOf('- id: SB-3.b'));
  // (3 + 2) / 2
  expect(findingsAfter(file, last, '')).toEqual([
    'pack.yaml answers-add-up: the best answers of "secure-build" give 2.5, the top level is 3',
  ]);
});

test.each([
  [
    'role: required',
    'role: supporting',
    'loads: where answers are added up every criterion counts by its answer: write "required"',
  ],
  ['part: a', 'part: c', 'loads: write one of the parts of "secure-build": a, b'],
  [
    'attestation: most',
    'attestation: half',
    'loads: where answers are added up it is met by the full answer: write "most"',
  ],
  [
    'answer_set: apps',
    'answer_set: teem',
    'attestation-answers: the answers "teem" are not among the answer sets of pack.yaml',
  ],
])('a question with %s turned into %s is found', (from, to, message) => {
  const file = 'criteria/secure-build.yaml';
  expect(findingsAfter(file, from, to)).toContain(`${file} ${message}`);
});
