import type { Kysely } from 'kysely';
import { findPlatformById } from '#db/queries/catalogue.ts';
import type { ScorecardDay } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { type LoadedBundle, loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import { assembleBundle } from '../evidence/assemble-bundle.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';
import { readCellRows } from './cell-row.ts';

export type ScoredPoint = { rubric: Rubric; loaded: LoadedBundle; scorecard: Scorecard };

/**
 * The last scorecard of a day, computed anew from the evidence that was known then, by the rubric of then. Null where it no
 * longer comes to what the day's row says: its rubric or a part of its evidence is not kept any more.
 */
export async function scoreDayAnew(db: Kysely<Database>, day: ScorecardDay): Promise<ScoredPoint | null> {
  const platform = await findPlatformById(db, day.platformId);
  const rubric = await readFrozenRubric(db, day.rubricSha256);
  if (platform === undefined || rubric === undefined) return null;
  const loaded = loadBundle(await assembleBundle(db, { platform, rubric, asOf: new Date(day.asOf) }));
  const scorecard = score(rubric, loaded);
  return isAsKept(scorecard, day) ? { rubric, loaded, scorecard } : null;
}

function isAsKept({ cells, percentToTarget }: Scorecard, day: ScorecardDay): boolean {
  const { value, low, high } = percentToTarget;
  if (value !== day.percentToTarget || low !== day.percentLow || high !== day.percentHigh) return false;
  const kept = new Map(readCellRows(day.cells).map((cell) => [`${cell.capability}/${cell.aspect}`, cell]));
  if (kept.size !== cells.length) return false;
  return cells.every((cell) => {
    const was = kept.get(`${cell.capability}/${cell.aspect}`);
    return was?.level === cell.level && was.low === cell.low && was.high === cell.high && was.target === cell.target;
  });
}
