import type { Kysely } from 'kysely';
import { findPlatformById } from '#db/queries/catalogue.ts';
import type { Database } from '#db/schema.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { openWhatIf, type WhatIf } from '#rubrics/scoring/what-if.ts';
import type { WhatIfBase } from '#rubrics/scoring/what-if-base.ts';
import { scoreCurrent } from '../assessments/score-current.ts';
import type { Scored } from '../assessments/score-platform.ts';
import type { Platform } from '../catalogue/find-platform.ts';

export type OpenedPlatform = { platform: Platform; scored: Scored; base: WhatIfBase; whatIf: WhatIf };

/** What was opened lately: whoever asks about a route asks about the next one. */
const opened = new WeakMap<Scored, { base: WhatIfBase; whatIf: WhatIf }>();

/** The evidence of the current scorecard, opened for what-ifs; null: nothing has been scored yet. For tasks: it reads much. */
export async function openCurrent(db: Kysely<Database>, platformId: string): Promise<OpenedPlatform | null> {
  const platform = await findPlatformById(db, platformId);
  const scored = platform === undefined ? null : await scoreCurrent(db, platform);
  if (platform === undefined || scored === null) return null;
  const known = opened.get(scored) ?? open(scored);
  opened.set(scored, known);
  return { platform, scored, ...known };
}

function open({ rubric, loaded }: Scored) {
  const base = makeBase(rubric, loaded);
  return { base, whatIf: openWhatIf(base) };
}
