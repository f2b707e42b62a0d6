import type { Kysely } from 'kysely';
import { listRubricVersions } from '#db/queries/rubrics.ts';
import { listUsedRubrics } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { readFrozenRubric } from './read-frozen-rubric.ts';
import { installedRubrics, keepRubric } from './rubric-of.ts';

/** At start: reads back the rubrics that platforms use and that this version of Plumbline no longer ships, and those published here. */
export async function loadKeptRubrics(db: Kysely<Database>): Promise<void> {
  const installed = new Set(installedRubrics().map(({ id, version }) => `${id}@${version}`));
  const used = (await listUsedRubrics(db))
    .filter(({ packId, packVersion }) => !installed.has(`${packId}@${packVersion}`))
    .map(({ rubricSha256 }) => rubricSha256);
  const published = (await listRubricVersions(db)).map(({ sha256 }) => sha256);
  for (const sha256 of [...used, ...published]) {
    const rubric = await readFrozenRubric(db, sha256);
    if (rubric !== undefined) keepRubric(rubric);
  }
}
