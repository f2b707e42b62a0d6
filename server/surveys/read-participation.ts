import type { Kysely } from 'kysely';
import { findNewestOpenCycle } from '#db/queries/survey-cycles.ts';
import type { Database } from '#db/schema.ts';
import { readBands } from './read-bands.ts';

/**
 * The newest open survey of a platform with its banded participation, or null where none is open. For pages that have
 * checked already who may see the platform; two statements.
 */
export async function readParticipation(db: Kysely<Database>, platformId: string) {
  const cycle = await findNewestOpenCycle(db, platformId);
  if (cycle === undefined) return null;
  const { band, countedOn } = (await readBands(db, [cycle]))(cycle.id);
  return { id: cycle.id, title: cycle.title, closesAt: cycle.closesAt, band, countedOn };
}
