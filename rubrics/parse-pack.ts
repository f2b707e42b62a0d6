import { type Document, isCollection, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type CrosswalkEntry, crosswalkEntrySchema } from './crosswalk.ts';
import { type Locale, localeSchema } from './locale.ts';
import {
  type Criterion,
  criterionSchema,
  type MetricDefinition,
  metricDefinitionSchema,
  type Pack,
  type PackFile,
  packFileSchema,
  type Question,
  questionSchema,
} from './pack.ts';
import { schemaProblems } from './schema-problems.ts';

/** One file of a pack: its name within the folder, with `/`, and what is in it. */
export type PackText = { file: string; text: string };
export type Place = { file: string; path: readonly (string | number)[] };
/** Why a part of a pack does not load, and what to write instead. */
export type Problem = Place & { message: string; instead: string };
/** A part as it was written, with where it stands. */
export type Located<T> = Place & { value: T };
export type Position = { line: number; column: number };

/** A pack as read from its files: every part that follows the schema, and a problem for each that does not. */
export type PackSource = {
  pack: Located<PackFile> | null;
  metrics: Located<MetricDefinition>[];
  questions: Located<Question>[];
  criteria: Located<Criterion>[];
  locales: Located<Locale>[];
  crosswalk: Located<CrosswalkEntry>[];
  problems: Problem[];
  /** where something stands, from 1; a missing key stands where its parent does */
  positionOf: (place: Place) => Position;
};

type Opened = { document: Document; lines: LineCounter; value: unknown; problems: Problem[] };

/** Reads the files of a pack without loading them from anywhere: pure, and tolerant of faults, so that all are found at once. */
export function parsePack(files: readonly PackText[]): PackSource {
  const opened = new Map(files.map(({ file, text }) => [file, open(file, text)]));
  const problems = [...opened.values()].flatMap((each) => each.problems);
  const read = <T>(pattern: RegExp, schema: z.ZodType<T>, list: boolean): Located<T>[] =>
    [...opened]
      .filter(([file, { problems }]) => pattern.test(file) && problems.length === 0)
      .flatMap(([file, { value }]) => entriesOf(file, value, list, problems))
      .flatMap((entry) => keepValid(entry, schema, problems));
  const source = {
    pack: read(/^pack\.yaml$/, packFileSchema, false)[0] ?? null,
    metrics: read(/^metrics\.yaml$/, metricDefinitionSchema, true),
    questions: read(/^questions\.yaml$/, questionSchema, true),
    criteria: read(/^criteria\/[^/]+\.yaml$/, criterionSchema, true),
    locales: read(/^locales\/[^/]+\.yaml$/, localeSchema, false),
    crosswalk: read(/^crosswalk\.yaml$/, crosswalkEntrySchema, true),
  };
  problems.push(...missingFiles(opened));
  return { ...source, problems, positionOf: (place) => positionOf(opened.get(place.file), place.path) };
}

/** The whole pack, or null while a part of it does not follow the schema. */
export function packOf(source: PackSource): Pack | null {
  if (!source.pack || source.problems.length > 0) return null;
  const values = <T>(parts: Located<T>[]) => parts.map((part) => part.value);
  const criteria = values(source.criteria).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { pack: source.pack.value, metrics: values(source.metrics), questions: values(source.questions), criteria };
}

function open(file: string, text: string): Opened {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const problem = (offset: number, message: string): Problem => ({
    file,
    path: [`@${offset}`],
    message: `this is not YAML: ${message}`,
    instead: 'mind the indentation, and put quotes around texts with ": ", "#" or a leading sign',
  });
  const problems = document.errors.map((error) => problem(error.pos[0], error.message));
  if (problems.length > 0) return { document, lines, value: null, problems };
  try {
    return { document, lines, value: document.toJS({ maxAliasCount: 100 }), problems };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'it cannot be read';
    return { document, lines, value: null, problems: [problem(0, message)] };
  }
}

function entriesOf(file: string, value: unknown, list: boolean, problems: Problem[]): Located<unknown>[] {
  if (!list) return [{ file, path: [], value }];
  if (Array.isArray(value)) return value.map((each: unknown, index) => ({ file, path: [index], value: each }));
  const message = 'this file is not a list';
  problems.push({ file, path: [], message, instead: 'begin each entry with "- "' });
  return [];
}

function keepValid<T>(entry: Located<unknown>, schema: z.ZodType<T>, problems: Problem[]): Located<T>[] {
  const result = schema.safeParse(entry.value);
  if (result.success) return [{ ...entry, value: result.data }];
  problems.push(...schemaProblems(result.error, entry));
  return [];
}

function missingFiles(opened: ReadonlyMap<string, Opened>): Problem[] {
  const has = (pattern: RegExp) => [...opened.keys()].some((file) => pattern.test(file));
  const needed = ['pack.yaml', 'metrics.yaml', 'questions.yaml'].filter((file) => !opened.has(file));
  if (!has(/^criteria\/[^/]+\.yaml$/)) needed.push('criteria/<aspect>.yaml');
  return needed.map((file) => ({
    file,
    path: [],
    message: 'this file is missing',
    instead: `add ${file}; an empty list is written []`,
  }));
}

function positionOf(opened: Opened | undefined, path: Place['path']): Position {
  if (!opened) return { line: 1, column: 1 };
  const at = (offset: number) => {
    const { line, col } = opened.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const offset = /^@(\d+)$/.exec(String(path[0] ?? ''));
  if (offset) return at(Number(offset[1]));
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? opened.document.contents : opened.document.getIn(path.slice(0, length), true);
    if ((isScalar(node) || isCollection(node)) && node.range) return at(node.range[0]);
  }
  return { line: 1, column: 1 };
}
