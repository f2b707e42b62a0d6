import type { z } from 'zod';
import { InputError } from './command.ts';
import { jsonProblems } from './json-problems.ts';
import { readTextFile } from './read-text-file.ts';

/** Reads a JSON file and checks it. What is wrong in it is named by file and line. */
export function readJsonFile<T>(path: string, schema: z.ZodType<T>): T {
  const text = readTextFile(path);
  const value = parseJson(path, text);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = jsonProblems(text, result.error);
  throw new InputError(problems.map(({ line, message }) => `${path}:${line} ${message}`).join('\n'));
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
