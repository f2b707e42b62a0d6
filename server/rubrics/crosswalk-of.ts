import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { findRubricVersion } from '#db/queries/rubrics.ts';
import type { Database } from '#db/schema.ts';
import type { CrosswalkEntry } from '#rubrics/crosswalk.ts';
import { packsFolder, readPackFiles } from '#rubrics/load-packs.ts';
import { type PackText, parsePack } from '#rubrics/parse-pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { readStoredFiles } from './rubric-files.ts';
import { installedRubrics } from './rubric-of.ts';

/** Of the packs that come with Plumbline, whose files never change while it runs. */
const shipped = new Map<string, readonly CrosswalkEntry[]>();

/** The crosswalk of a rubric, from the files that it was read from; null where nothing says what those were. */
export async function crosswalkOf(
  db: Kysely<Database>,
  { id, version, sha256 }: Pick<Rubric, 'id' | 'version' | 'sha256'>,
): Promise<readonly CrosswalkEntry[] | null> {
  if (installedRubrics().some((installed) => installed.sha256 === sha256)) {
    const known = shipped.get(sha256) ?? read(readPackFiles(join(packsFolder(), id)));
    shipped.set(sha256, known);
    return known;
  }
  const published = await findRubricVersion(db, { packId: id, version });
  return published?.sha256 === sha256 ? read(readStoredFiles(published.files)) : null;
}

const read = (files: readonly PackText[]) =>
  parsePack(files.filter(({ file }) => file === 'crosswalk.yaml')).crosswalk.map(({ value }) => value);
