import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loads } from './lint/loads.ts';
import { type PackText, packOf, parsePack } from './parse-pack.ts';
import { compileRubric, type Rubric } from './rubric.ts';

/** The folder of the packs that come with the product. */
export function packsFolder(): string {
  // not new URL('./packs', …): a bundler would take that for a module and fail to resolve it
  return join(dirname(fileURLToPath(import.meta.url)), 'packs');
}

/** The YAML files of a pack's folder, named relative to it with `/`. */
export function readPackFiles(dir: string): PackText[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ file: name.replaceAll(sep, '/'), text: readFileSync(join(dir, name), 'utf8') }));
}

/** Reads and compiles the pack in a folder; its translations are apart. Throws one error that names every problem with its file and line. */
export function loadRubric(dir: string): Rubric {
  const source = parsePack(readPackFiles(dir).filter(({ file }) => !file.startsWith('locales/')));
  const faults = source.problems.length > 0 ? source.problems : loads.find(source);
  const pack = packOf(source);
  if (pack !== null && faults.length === 0) return compileRubric(pack);
  const problems = faults.map(({ file, path, message, instead }) => ({
    file,
    line: source.positionOf({ file, path }).line,
    message: `${message}: ${instead}`,
  }));
  throw new PackError(dir, problems);
}

export type PackProblem = { file: string; line: number; message: string };

/** A pack that does not load. The message has one line for each problem: `file:line message`. */
export class PackError extends Error {
  readonly problems: PackProblem[];
  constructor(dir: string, problems: PackProblem[]) {
    const list = problems.map(({ file, line, message }) => `  ${file}:${line} ${message}`).join('\n');
    super(`The pack in ${basename(resolve(dir))} does not load:\n${list}`);
    this.name = 'PackError';
    this.problems = problems;
  }
}
