import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { findRubricVersion } from '#db/queries/rubrics.ts';
import type { Database } from '#db/schema.ts';
import { packsFolder, readPackFiles } from '#rubrics/load-packs.ts';
import type { PackText } from '#rubrics/parse-pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { writePack } from '#rubrics/versions/write-pack.ts';
import { readStoredFiles } from './rubric-files.ts';
import { installedRubrics } from './rubric-of.ts';

/** The files that a version was written as; of one whose files were never kept, files that say the same. */
export async function filesOfRubric(db: Kysely<Database>, rubric: Rubric): Promise<PackText[]> {
  const published = await findRubricVersion(db, { packId: rubric.id, version: rubric.version });
  if (published !== undefined) return readStoredFiles(published.files);
  const folder = join(packsFolder(), rubric.id);
  const isShipped = installedRubrics().some(({ sha256 }) => sha256 === rubric.sha256);
  return isShipped && existsSync(folder) ? readPackFiles(folder) : writePack(rubric.pack);
}
