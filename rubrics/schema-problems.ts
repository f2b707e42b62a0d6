import type { z } from 'zod';
import type { Located, Problem } from './parse-pack.ts';

type Issue = z.core.$ZodIssue;
/** The kinds of test in the order of the union in `pack.ts`, each told by the key that only it has. */
const TEST_KEYS = ['metric', 'survey', 'attestation', 'all', 'any', 'at_least', 'not'];

/** Turns what the schema says about one part of a pack into problems at the very key that is wrong. */
export function schemaProblems(error: z.ZodError, entry: Located<unknown>): Problem[] {
  return error.issues.flatMap((issue) => flatten(issue, entry.value)).map((issue) => describe(issue, entry));
}

/** Of a union's complaints keeps those of the branch that the writer meant. */
function flatten(issue: Issue, root: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const value = valueAt(root, issue.path);
  if (!isRecord(value)) return [issue];
  const branch = issue.errors[TEST_KEYS.findIndex((key) => key in value)];
  if (!branch || branch.length === 0) return [issue];
  return branch.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }, root));
}

function describe(issue: Issue, entry: Located<unknown>): Problem {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const key = path.at(-1) ?? 'this';
  const place = { file: entry.file, path: [...entry.path, ...path] };
  const missing = issue.code === 'invalid_type' && valueAt(entry.value, issue.path) === undefined;
  if (missing) return { ...place, message: `"${key}" is missing`, instead: `add "${key}: …" (${issue.expected})` };
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((each) => `"${each}"`).join(', ');
    const first = issue.keys[0];
    const wrong = first === undefined ? place : { file: place.file, path: [...place.path, first] };
    return { ...wrong, message: `${keys} is not known here`, instead: 'correct its spelling or remove it' };
  }
  if (issue.code === 'invalid_union') {
    return { ...place, message: 'this is not a test', instead: `write one of ${TEST_KEYS.join(', ')}` };
  }
  const written = valueAt(entry.value, issue.path);
  const shown = typeof written === 'object' ? '' : ` (${JSON.stringify(written)})`;
  return { ...place, message: `"${key}" does not fit${shown}`, instead: issue.message };
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isRecord(value) ? value[String(key)] : undefined;
  }, root);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
