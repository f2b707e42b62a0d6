import { type PackText, parsePack } from '../parse-pack.ts';
import { loads } from './loads.ts';
import { checks } from './registry.ts';

/** Something wrong in a pack: where (from 1), what, and what to write instead. */
export type Finding = {
  /** the check that found it */
  check: string;
  /** relative to the pack's folder */
  file: string;
  line: number;
  column: number;
  message: string;
  instead: string;
};

/** Checks the files of a pack and returns every finding by file and line; none for a good pack. Pure. */
export function lintPack(files: readonly PackText[]): Finding[] {
  const source = parsePack(files);
  const findings = checks.flatMap((check) =>
    check.find(source).map(({ file, path, message, instead }) => ({
      check: check.key,
      file,
      ...source.positionOf({ file, path }),
      message,
      instead,
    })),
  );
  const told = new Set(findings.filter(({ check }) => check !== loads.key).map(({ file, line }) => `${file}:${line}`));
  return findings
    .filter(({ check, file, line }) => check !== loads.key || !told.has(`${file}:${line}`))
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.check, b.check));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
