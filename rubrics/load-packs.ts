import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { criterionSchema, metricDefinitionSchema, type Pack, packFileSchema, questionSchema } from './pack.ts';
import { type Problem, readYaml, type YamlFile } from './read-yaml.ts';
import { checkPack, compileRubric, type Rubric } from './rubric.ts';

export type Part = 'pack' | 'metric' | 'question' | 'criterion';
/** A pack folder as it was read: the pack, or what is wrong with it, and where everything stands. */
export type PackFolder = {
  pack: Pack | null;
  problems: Problem[];
  /** the file and line of a part (by its id or key) or of something inside it */
  locate: (part: Part, id: string, path?: readonly PropertyKey[]) => { file: string; line: number };
};

/** The folder of the packs that come with the product. */
export function packsFolder(): string {
  // not new URL('./packs', …): a bundler would take that for a module and fail to resolve it
  return join(dirname(fileURLToPath(import.meta.url)), 'packs');
}

/** Reads `pack.yaml`, `metrics.yaml`, `questions.yaml` and `criteria/*.yaml` of a folder. File names in problems are relative to it. */
export function readPack(dir: string): PackFolder {
  const head = readPart(dir, 'pack.yaml', packFileSchema);
  const metrics = readPart(dir, 'metrics.yaml', z.array(metricDefinitionSchema));
  const questions = readPart(dir, 'questions.yaml', z.array(questionSchema));
  const criteria = criteriaFiles(dir).map((file) => readPart(dir, file, z.array(criterionSchema)));
  const problems = [head, metrics, questions, ...criteria].flatMap((part) => part.problems);
  if (criteria.length === 0)
    problems.push({ file: 'criteria', line: 1, message: 'there is no criteria/<aspect>.yaml in this folder' });
  const locate: PackFolder['locate'] = (part, id, path = []) => {
    if (part === 'pack') return { file: head.file, line: head.lineOf(path) };
    if (part === 'metric') return find([metrics], (metric) => metric.key === id, path);
    if (part === 'question') return find([questions], (question) => question.key === id, path);
    return find(criteria, (criterion) => criterion.id === id, path);
  };
  const whole = criteria.flatMap((file) => file.value ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));

  if (!head.value || !metrics.value || !questions.value || problems.length > 0) return { pack: null, problems, locate };
  return {
    pack: { pack: head.value, metrics: metrics.value, questions: questions.value, criteria: whole },
    problems,
    locate,
  };
}

/** Reads and compiles the pack in a folder. Throws one error that names every problem with its file and line. */
export function loadRubric(dir: string): Rubric {
  const folder = readPack(dir);
  if (!folder.pack) throw new PackError(dir, folder.problems);
  const problems = checkPack(folder.pack).map((problem) => ({
    ...folder.locate(problem.part, problem.id, problem.path),
    message: `${problem.id}: ${problem.message}`,
  }));
  if (problems.length > 0) throw new PackError(dir, problems);
  return compileRubric(folder.pack);
}

/** A pack that does not load. The message has one line for each problem: `file:line message`. */
export class PackError extends Error {
  readonly problems: Problem[];
  constructor(dir: string, problems: Problem[]) {
    const list = problems.map(({ file, line, message }) => `  ${file}:${line} ${message}`).join('\n');
    super(`The pack in ${basename(resolve(dir))} does not load:\n${list}`);
    this.name = 'PackError';
    this.problems = problems;
  }
}

function criteriaFiles(dir: string): string[] {
  const folder = join(dir, 'criteria');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.toSorted().map((name) => `criteria/${name}`);
}

function readPart<T>(dir: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const path = join(dir, file);
  if (existsSync(path)) return readYaml(file, readFileSync(path, 'utf8'), schema);
  return { file, value: null, problems: [{ file, line: 1, message: 'this file is missing' }], lineOf: () => 1 };
}

function find<T>(
  files: YamlFile<T[]>[],
  is: (item: T) => boolean,
  path: readonly PropertyKey[],
): { file: string; line: number } {
  for (const file of files) {
    const index = (file.value ?? []).findIndex(is);
    if (index >= 0) return { file: file.file, line: file.lineOf([index, ...path]) };
  }
  return { file: files[0]?.file ?? 'criteria', line: 1 };
}
