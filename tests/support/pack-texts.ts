import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackText } from '#rubrics/parse-pack.ts';

/** The files of a pack that comes with the product. */
export function packTexts(id: string): PackText[] {
  const folder = join('rubrics/packs', id);
  return globSync('**/*.yaml', { cwd: folder })
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}
