import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';

/** A published JSON Schema, by its file name in docs/schemas. */
export async function readSchema(name: string): Promise<string> {
  const folder = join(process.cwd(), 'docs', 'schemas');
  const names = await readdir(folder);
  if (!name.endsWith('.json') || !names.includes(name)) {
    const known = names.filter((file) => file.endsWith('.schema.json'));
    throw new AppError('NOT_FOUND', `There is no schema "${name}". There are ${known.join(', ')}.`);
  }
  return readFile(join(folder, name), 'utf8');
}
