import type { Kysely } from 'kysely';
import { findScorecardStamp } from '#db/queries/overview.ts';
import type { Database } from '#db/schema.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import { type Scored, scorePlatform } from './score-platform.ts';

/** The scored evidence of the platforms asked about last: somebody who plans asks again and again. */
const known = new Map<string, { stamp: string; scored: Scored }>();
const KEPT = 2;

/**
 * The evidence behind the current scorecard, so that what is planned on it stands beside the percentage that everybody sees.
 * Null: nothing has been scored yet. For tasks: it reads much.
 */
export async function scoreCurrent(db: Kysely<Database>, platform: Platform): Promise<Scored | null> {
  const row = await findScorecardStamp(db, platform.id);
  if (row === undefined || !row.scored) return null;
  const stamp = `${row.asOf} ${row.revision} ${platform.packId}@${platform.packVersion}`;
  const kept = known.get(platform.id);
  if (kept?.stamp === stamp) return kept.scored;
  const scored = await scorePlatform(db, platform, new Date(row.asOf));
  known.delete(platform.id);
  known.set(platform.id, { stamp, scored });
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  return scored;
}
