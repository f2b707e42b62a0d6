import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
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

function readTexts(dir: string): { file: string; text: string }[] {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new InputError(`There is no folder ${dir}.`);
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return names.toSorted().map((name) => ({
    file: name.replaceAll(sep, '/'),
    text: readFileSync(join(dir, name), 'utf8'),
  }));
}
