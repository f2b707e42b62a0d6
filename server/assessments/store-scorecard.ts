import type { Kysely } from 'kysely';
import { insertDocuments } from '#db/queries/documents.ts';
import {
  claimCurrentScorecard,
  findCurrentScorecard,
  findScorecardDay,
  replaceExplanations,
  saveCurrentScorecard,
  saveScorecardDay,
} from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { flips } from '#rubrics/scoring/flips.ts';
import { type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { rubricText } from '../rubrics/read-frozen-rubric.ts';
import { cellRow } from './cell-row.ts';
import { gatherInsights } from './gather-insights.ts';
import { flipsSchema, mergeFlips } from './merge-flips.ts';
import type { Scored } from './score-platform.ts';

/**
 * Stores a scorecard, its traces, what follows from it and its daily row in one short transaction: null where it is the newest,
 * else the instant of the newer one that is already there, and nothing is written.
 */
export async function storeScorecard(db: Kysely<Database>, platformId: string, scored: Scored): Promise<string | null> {
  const { scorecard } = scored;
  // everything that takes long happens before the database is locked
  const explanations = explainCells(platformId, scored);
  const insights = JSON.stringify(await gatherInsights(db, platformId, scored));
  const text = JSON.stringify(scorecard);
  const rubric = { sha256: scored.rubric.sha256, kind: 'rubric' as const, content: rubricText(scored.rubric) };
  const stored = await db.transaction().execute(async (trx) => {
    const replaced = await claimCurrentScorecard(trx, platformId, scorecard.asOf);
    if (replaced === undefined) return false;
    await insertDocuments(trx, [rubric]);
    await saveCurrentScorecard(trx, platformId, { scorecard: text, bundleSha256: scorecard.bundleSha256, insights });
    await replaceExplanations(trx, platformId, explanations);
    const before = replaced.scorecard === null ? null : scorecardSchema.parse(JSON.parse(replaced.scorecard));
    await storeDay(trx, platformId, { scorecard, before });
    return true;
  });
  if (stored) return null;
  const newer = await findCurrentScorecard(db, platformId);
  return newer?.asOf ?? null;
}

function explainCells(platformId: string, { rubric, loaded, scorecard }: Scored) {
  return scorecard.cells.map(({ capability, aspect }) => ({
    platformId,
    capability,
    aspect,
    explanation: JSON.stringify(explain(rubric, loaded, { capability, aspect })),
  }));
}

async function storeDay(
  trx: Kysely<Database>,
  platformId: string,
  { scorecard, before }: { scorecard: Scorecard; before: Scorecard | null },
): Promise<void> {
  const day = scorecard.asOf.slice(0, 'YYYY-MM-DD'.length);
  const today = await findScorecardDay(trx, platformId, day);
  const earlier = today === undefined ? [] : flipsSchema.parse(JSON.parse(today.flips));
  const { value, low, high } = scorecard.percentToTarget;
  await saveScorecardDay(trx, {
    platformId,
    day,
    asOf: scorecard.asOf,
    rubricId: scorecard.rubric.id,
    rubricVersion: scorecard.rubric.version,
    rubricSha256: scorecard.rubric.sha256,
    percentToTarget: value,
    percentLow: low,
    percentHigh: high,
    cells: JSON.stringify(scorecard.cells.map(cellRow)),
    flips: JSON.stringify(mergeFlips(earlier, before === null ? [] : flips(before, scorecard))),
  });
}
