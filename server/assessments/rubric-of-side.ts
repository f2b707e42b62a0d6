import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { Snapshot } from '#rubrics/scoring/compare.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';

/** The rubric that the scorecard of a side came from. */
export async function rubricOfSide(db: Kysely<Database>, { snapshot }: { snapshot: Snapshot }): Promise<Rubric> {
  const rubric = await readFrozenRubric(db, snapshot.rubric.sha256);
  if (rubric === undefined) throw new Error(`The rubric ${snapshot.rubric.sha256} is gone.`);
  return rubric;
}
