import type { Kysely } from 'kysely';
import { listRubricVersions } from '#db/queries/rubrics.ts';
import { listUsedRubrics } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { readFrozenRubric } from './read-frozen-rubric.ts';
import { installedRubrics, keepRubric } from './rubric-of.ts';

/**
 * At start: reads back the rubrics that platforms are scored by and that this version of Plumbline does not ship, or not with the
 * same text, and those published here. So what was scored by a name goes on being scored by the same text, whatever a release ships.
 */
export async function loadKeptRubrics(db: Kysely<Database>): Promise<void> {
  const installed = new Set(installedRubrics().map(({ sha256 }) => sha256));
  const used = (await listUsedRubrics(db)).map(({ rubricSha256 }) => rubricSha256);
  const published = (await listRubricVersions(db)).map(({ sha256 }) => sha256);
  for (const sha256 of [...used.filter((one) => !installed.has(one)), ...published]) {
    const rubric = await readFrozenRubric(db, sha256);
    if (rubric !== undefined) keepRubric(rubric);
  }
}
