import { readFileSync } from 'node:fs';
import { InputError } from './command.ts';

/** Reads a file that a command was given; one that cannot be read is named. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new InputError(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new InputError(`${path} is a folder. Name a file.`);
    throw new InputError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
