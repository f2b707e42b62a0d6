import { statSync } from 'node:fs';
import { join } from 'node:path';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { readPackFiles } from '#rubrics/load-packs.ts';
import { type Command, InputError } from '../command.ts';

export const lint: Command = {
  name: 'lint',
  summary: 'Finds the faults of a rubric pack, each with its file, its line and what to write instead.',
  words: ['DIR'],
  options: {},
  run: async ({ words: [dir = ''] }, { out }) => {
    const findings = lintPack(readTexts(dir));
    for (const { file, line, column, message, instead, check } of findings) {
      out(`${join(dir, file)}:${line}:${column} ${message} (${check})\n  ${instead}\n`);
    }
    out(findings.length === 0 ? 'No fault found.\n' : `${findings.length} found.\n`);
    return findings.length === 0 ? 0 : 1;
  },
};

function readTexts(dir: string) {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return readPackFiles(dir);
  throw new InputError(`There is no folder ${dir}.`);
}
