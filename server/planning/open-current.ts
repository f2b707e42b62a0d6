import type { Kysely } from 'kysely';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { findScorecardStamp } from '#db/queries/overview.ts';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { baseOf, makeBase } from '#rubrics/scoring/make-base.ts';
import { openWhatIf, type WhatIf } from '#rubrics/scoring/what-if.ts';
import type { WhatIfBase } from '#rubrics/scoring/what-if-base.ts';
import { scoreCurrent } from '../assessments/score-current.ts';
import { readDecided } from '../assessments/stored-scorecard.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import { keepByStamp } from '../overview/keep-by-stamp.ts';

type Opened = { rubric: Rubric; base: WhatIfBase; whatIf: WhatIf };

/** What was opened lately: whoever asks about a route asks about the next one. */
const keepOpened = keepByStamp<Opened | null>(4);

/**
 * The current scorecard of a platform, opened for what-ifs: from the states that are kept with it, without reading evidence.
 * Null: nothing has been scored yet.
 */
export async function openCurrent(
  db: Kysely<Database>,
  platformId: string,
): Promise<(Opened & { platform: Platform }) | null> {
  const [platform, row] = await Promise.all([findPlatformById(db, platformId), findScorecardStamp(db, platformId)]);
  if (platform === undefined || row === undefined || !row.scored) return null;
  const opened = await keepOpened(platformId, `${row.asOf} ${row.revision}`, () => open(db, platform));
  return opened === null ? null : { ...opened, platform };
}

async function open(db: Kysely<Database>, platform: Platform): Promise<Opened | null> {
  const row = await findCurrentScorecard(db, platform.id);
  const decided = row === undefined || row.scorecard === null ? null : await readDecided(db, row.scorecard);
  if (row !== undefined && decided !== null) {
    return openBase(decided.rubric, baseOf({ ...decided, asOf: row.asOf }));
  }
  // where answers add up, what they are worth is not kept apart from the evidence
  const scored = await scoreCurrent(db, platform);
  return scored === null ? null : openBase(scored.rubric, makeBase(scored.rubric, scored.loaded));
}

const openBase = (rubric: Rubric, base: WhatIfBase): Opened => ({ rubric, base, whatIf: openWhatIf(base) });
