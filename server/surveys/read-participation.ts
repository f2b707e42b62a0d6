import type { Kysely } from 'kysely';
import { listTeamsAsked } from '#db/queries/invitations.ts';
import { findNewestOpenCycle } from '#db/queries/survey-cycles.ts';
import type { Database } from '#db/schema.ts';
import { bandsOf } from './list-cycles.ts';

/**
 * The newest open survey of a platform with its banded participation, or null where none is open. For pages that have
 * checked already who may see the platform; two statements.
 */
export async function readParticipation(db: Kysely<Database>, platformId: string) {
  const cycle = await findNewestOpenCycle(db, platformId);
  if (cycle === undefined) return null;
  const everybody = bandsOf(cycle, await listTeamsAsked(db, [cycle.id])).find(({ group }) => group === null);
  return { id: cycle.id, title: cycle.title, closesAt: cycle.closesAt, band: everybody?.band ?? null };
}
