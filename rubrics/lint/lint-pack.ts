import { type PackText, parsePack } from '../parse-pack.ts';
import type { Fault } from './check.ts';
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
  const faults = checks.flatMap((check) => check.find(source).map((fault) => ({ ...fault, check: check.key })));
  const told = new Set(faults.filter(({ check }) => check !== loads.key).map(entryOf));
  return faults
    .filter((fault) => fault.check !== loads.key || !told.has(entryOf(fault)))
    .map(({ check, file, path, message, instead }) => ({
      check,
      file,
      ...source.positionOf({ file, path }),
      message,
      instead,
    }))
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.check, b.check));
}

/** The part of a file that a fault is in, such as one criterion. */
function entryOf({ file, path }: Fault): string {
  return `${file}#${path[0]}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
