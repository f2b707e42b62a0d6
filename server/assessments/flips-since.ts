import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { type Flip, flips } from '#rubrics/scoring/flips.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';
import { mergeFlips } from './merge-flips.ts';
import { type Graded, type GradedScorecard, grade } from './stored-scorecard.ts';

type Now = Pick<Graded, 'evidence' | 'scorecard'>;

/**
 * What flipped since the scorecard before, and why. Where another rubric has taken the place of the old one, the new evidence is
 * scored by the old one as well, so that what the rubric did is told apart from what the evidence did.
 */
export async function flipsSince(
  db: Kysely<Database>,
  before: GradedScorecard,
  { evidence, scorecard }: Now,
): Promise<Flip[]> {
  if (before.rubric.sha256 === scorecard.rubric.sha256) return flips(before, scorecard);
  const old = await readFrozenRubric(db, before.rubric.sha256);
  if (old === undefined) return flips(before, scorecard);
  const between = grade(old, evidence).scorecard;
  const anew = await readFrozenRubric(db, scorecard.rubric.sha256);
  const renamed = anew === undefined ? new Map() : renameMap(old.pack, anew.pack);
  const byRubric = flips(between, scorecard, renamed).map((flip) => ({ ...flip, why: 'rubric' as const }));
  return mergeFlips(flips(before, between), byRubric);
}
