import type { Kysely } from 'kysely';
import { findRubricVersion } from '#db/queries/rubrics.ts';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { readFrozenRubric } from './read-frozen-rubric.ts';
import { keepRubric, knownRubric } from './rubric-of.ts';

type Name = { packId: string; packVersion: string };

/** A version of a rubric, also one that another process published a moment ago; undefined where there is none. */
export async function findRubric(db: Kysely<Database>, name: Name): Promise<Rubric | undefined> {
  const known = knownRubric(name);
  if (known !== undefined) return known;
  const row = await findRubricVersion(db, { packId: name.packId, version: name.packVersion });
  const rubric = row === undefined ? undefined : await readFrozenRubric(db, row.sha256);
  if (rubric !== undefined) keepRubric(rubric);
  return rubric;
}

/** Sees to it that `rubricOf` knows the rubric of a platform that was just read: it may have been adopted in another process. */
export async function withRubric<T extends Name | undefined>(db: Kysely<Database>, platform: T): Promise<T> {
  if (platform !== undefined) await findRubric(db, platform);
  return platform;
}
