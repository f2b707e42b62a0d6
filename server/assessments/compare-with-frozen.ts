import type { Kysely } from 'kysely';
import type { Assessment } from '#db/queries/assessments.ts';
import { findDocument } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { type Comparison, compareScorecards } from '#rubrics/scoring/compare.ts';
import { score } from '#rubrics/scoring/score.ts';
import { type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { underNewIds } from '#rubrics/versions/under-new-ids.ts';
import { rubricOfSide } from './rubric-of-side.ts';
import type { GradedScorecard } from './stored-scorecard.ts';

/** Old evidence scored by newer rubrics: the same for good, and slow to come by. */
const rebased = new Map<string, Scorecard>();
const KEPT = 8;

/** Compares a frozen quarter with a later scorecard. Under another rubric the frozen evidence is scored anew. */
export async function compareWithFrozen(
  db: Kysely<Database>,
  before: Assessment,
  after: { rubric: Rubric; scorecard: GradedScorecard },
): Promise<Comparison> {
  const then = scorecardSchema.parse(await readDocument(db, before.scorecardSha256));
  if (then.rubric.sha256 === after.rubric.sha256) return compareScorecards(then, after.scorecard);
  const { pack } = await rubricOfSide(db, { snapshot: then });
  const anew = await rebase(db, before, { then, rubric: after.rubric });
  return compareScorecards(then, after.scorecard, anew, renameMap(pack, after.rubric.pack));
}

type Rebased = { then: Scorecard; rubric: Rubric };

async function rebase(db: Kysely<Database>, { bundleSha256 }: Assessment, given: Rebased): Promise<Scorecard> {
  const name = `${bundleSha256} ${given.rubric.sha256}`;
  const scorecard = rebased.get(name) ?? (await scoreAnew(db, bundleSha256, given));
  rebased.set(name, scorecard);
  for (const oldest of [...rebased.keys()].slice(0, -KEPT)) rebased.delete(oldest);
  return scorecard;
}

async function scoreAnew(db: Kysely<Database>, bundleSha256: string, { then, rubric }: Rebased): Promise<Scorecard> {
  const { pack } = await rubricOfSide(db, { snapshot: then });
  return score(rubric, underNewIds(loadBundle(await readDocument(db, bundleSha256)), pack, rubric.pack));
}

async function readDocument(db: Kysely<Database>, sha256: string): Promise<unknown> {
  const text = await findDocument(db, sha256);
  if (text === undefined) throw new Error(`The document ${sha256} is gone.`);
  return JSON.parse(text);
}
