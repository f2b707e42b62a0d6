import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { type LoadedBundle, loadParsedBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import { assembleBundle } from '../evidence/assemble-bundle.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export type Scored = { rubric: Rubric; loaded: LoadedBundle; scorecard: Scorecard };

/** A platform's scorecard at one instant, with the rubric and the bundle it comes from. Stores nothing. */
export async function scorePlatform(db: Kysely<Database>, platform: Platform, asOf: Date): Promise<Scored> {
  const rubric = rubricOf(platform);
  const loaded = loadParsedBundle(await assembleBundle(db, { platform, rubric, asOf }));
  return { rubric, loaded, scorecard: score(rubric, loaded) };
}
