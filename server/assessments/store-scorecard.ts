import type { Kysely } from 'kysely';
import { insertDocuments } from '#db/queries/documents.ts';
import { findCurrentScorecard, replaceExplanations, saveInsights } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { rubricText } from '../rubrics/read-frozen-rubric.ts';
import { gatherInsights } from './gather-insights.ts';
import type { Scored } from './score-platform.ts';
import { entryOf, storeRows } from './store-rows.ts';

/**
 * Stores a scorecard, its traces, what follows from it and its daily row in one short transaction: null where it is the newest,
 * else the instant of the newer one that is already there, and nothing is written.
 */
export async function storeScorecard(db: Kysely<Database>, platformId: string, scored: Scored): Promise<string | null> {
  const { rubric, loaded } = scored;
  // everything that takes long happens before the database is locked
  const explanations = explainCells(platformId, scored);
  const insights = JSON.stringify(await gatherInsights(db, platformId, scored));
  const entry = entryOf({ platformId, bundleSha256: loaded.sha256, behind: 0 }, rubric, () => loaded);
  const document = { sha256: rubric.sha256, kind: 'rubric' as const, content: rubricText(rubric) };
  const stored = await db.transaction().execute(async (trx) => {
    const [row] = await storeRows(trx, [entry]);
    if (row === undefined) return false;
    await insertDocuments(trx, [document]);
    await saveInsights(trx, platformId, insights);
    await replaceExplanations(trx, platformId, explanations);
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
