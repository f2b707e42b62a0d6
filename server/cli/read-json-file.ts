import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { InputError } from './command.ts';
import { jsonProblems } from './json-problems.ts';

/** Reads a JSON file and checks it. What is wrong in it is named by file and line. */
export function readJsonFile<T>(path: string, schema: z.ZodType<T>): T {
  const text = readText(path);
  const value = parseJson(path, text);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = jsonProblems(text, result.error);
  throw new InputError(problems.map(({ line, message }) => `${path}:${line} ${message}`).join('\n'));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new InputError(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new InputError(`${path} is a folder. Name a file.`);
    throw new InputError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`${path}:${lineOf(message, text)} this is not JSON: ${message}`);
  }
}

function lineOf(message: string, text: string): number {
  const told = /\(line (\d+) column/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
}
