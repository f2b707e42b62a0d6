import type { Kysely } from 'kysely';
import { listUsedRubrics } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { readFrozenRubric } from './read-frozen-rubric.ts';
import { installedRubrics, keepRubric } from './rubric-of.ts';

/** At start: reads back the rubrics that platforms use and that this version of Plumbline no longer ships. */
export async function loadKeptRubrics(db: Kysely<Database>): Promise<void> {
  const installed = new Set(installedRubrics().map(({ id, version }) => `${id}@${version}`));
  for (const used of await listUsedRubrics(db)) {
    if (installed.has(`${used.packId}@${used.packVersion}`)) continue;
    const rubric = await readFrozenRubric(db, used.rubricSha256);
    if (rubric !== undefined) keepRubric(rubric);
  }
}
