import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { inChunks } from './in-chunks.ts';

type Db = Kysely<Database>;
type OfTeam = { cycleId: string; teamId: string };

/** The teams of cycles with how many links count; how many were used is nobody's to ask here. */
export async function listTeamsAsked(db: Db, cycleIds: readonly string[]) {
  if (cycleIds.length === 0) return [];
  return db
    .selectFrom('surveyTeam')
    .leftJoin('invitation', (join) =>
      join
        .onRef('invitation.cycleId', '=', 'surveyTeam.cycleId')
        .onRef('invitation.teamId', '=', 'surveyTeam.teamId')
        .on('invitation.voided', '=', 0),
    )
    .select(['surveyTeam.cycleId', 'surveyTeam.teamId', 'key', 'name', 'parentId', 'invited'])
    .select(({ fn }) => fn.count<number>('invitation.id').as('sent'))
    .where('surveyTeam.cycleId', 'in', cycleIds)
    .groupBy(['surveyTeam.cycleId', 'surveyTeam.teamId', 'key', 'name', 'parentId', 'invited'])
    .orderBy('name')
    .orderBy('key')
    .execute();
}

export function findInvitation(db: Db, tokenHash: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('surveyCycle', 'surveyCycle.id', 'invitation.cycleId')
    .innerJoin('platform', 'platform.id', 'surveyCycle.platformId')
    .innerJoin('surveyTeam', (join) =>
      join.onRef('surveyTeam.cycleId', '=', 'invitation.cycleId').onRef('surveyTeam.teamId', '=', 'invitation.teamId'),
    )
    .selectAll('surveyCycle')
    .select([
      'invitation.id as invitationId',
      'invitation.teamId',
      'invitation.voided',
      'invitation.slot',
      'surveyTeam.name as teamName',
      'platform.timeZone',
    ])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
}

/**
 * Writes one invitation for each hash. Ids are random and sorted, so that the order of a team's links can be kept when
 * they are renewed, and nothing is counted.
 */
export async function insertInvitations(
  db: Db,
  team: OfTeam,
  links: { tokenHash: string; spent: number; slot: string | null }[],
): Promise<void> {
  const ids = links.map(() => randomUUID()).sort();
  const rows = links.flatMap((link, i) => {
    const id = ids[i];
    return id === undefined ? [] : [{ id, ...team, ...link, voided: 0 }];
  });
  for (const chunk of inChunks(rows)) await db.insertInto('invitation').values(chunk).execute();
}

/** Whether links of a team go by e-mail, so that nobody but its people gets to see them. */
export async function isAskedByMail(db: Db, { cycleId, teamId }: OfTeam): Promise<boolean> {
  const ofTeam = db.selectFrom('invitation').select('id').where('cycleId', '=', cycleId).where('teamId', '=', teamId);
  return (await ofTeam.where('slot', 'is not', null).limit(1).executeTakeFirst()) !== undefined;
}

/** Whether a slot has links, whoever may have stopped reminders. */
export async function hasSlot(db: Db, { cycleId, slot }: { cycleId: string; slot: string }): Promise<boolean> {
  const ofSlot = db.selectFrom('invitation').select('id').where('cycleId', '=', cycleId).where('slot', '=', slot);
  return (await ofSlot.limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Puts a new link in the place of the one that counts for a slot, spent if that was. What it replaced, or undefined where
 * the slot has no link.
 */
export async function replaceInvitation(
  trx: Db,
  { cycleId, slot }: { cycleId: string; slot: string },
  tokenHash: string,
): Promise<{ id: string; spent: number } | undefined> {
  const replaced = await trx
    .updateTable('invitation')
    .set({ voided: 1 })
    .where('cycleId', '=', cycleId)
    .where('slot', '=', slot)
    .where('voided', '=', 0)
    .returning(['id', 'teamId', 'spent'])
    .executeTakeFirst();
  if (replaced === undefined) return undefined;
  const { id, teamId, spent } = replaced;
  await insertInvitations(trx, { cycleId, teamId }, [{ tokenHash, spent, slot }]);
  return { id, spent };
}

/** Takes a link back that nobody got, unless it was used after all. */
export async function restoreInvitation(
  trx: Db,
  tokenHash: string,
  replaced: { id: string; spent: number },
): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('invitation')
    .where('tokenHash', '=', tokenHash)
    .where('spent', '=', replaced.spent)
    .where('voided', '=', 0)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  await trx.updateTable('invitation').set({ voided: 0 }).where('id', '=', replaced.id).execute();
}

export async function moveSlot(trx: Db, cycleId: string, { from, to }: { from: string; to: string }): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ slot: to })
    .where('cycleId', '=', cycleId)
    .where('slot', '=', from)
    .execute();
}

/** Voids the links of a team that still count, and says in their order which were spent. */
export async function voidInvitations(db: Db, { cycleId, teamId }: OfTeam): Promise<number[]> {
  const voided = await db
    .updateTable('invitation')
    .set({ voided: 1 })
    .where('cycleId', '=', cycleId)
    .where('teamId', '=', teamId)
    .where('voided', '=', 0)
    .returning(['id', 'spent'])
    .execute();
  return voided.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ spent }) => spent);
}

/** Spends a link that is neither spent nor voided; whether it was. Of two at once, one succeeds. */
export async function spendInvitation(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ spent: 1 })
    .where('id', '=', id)
    .where('spent', '=', 0)
    .where('voided', '=', 0)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * At the close: no link of the cycle can be spent any more, and which ones were is forgotten. Waits for answers in flight,
 * and answers that come after it find their link voided.
 */
export async function forgetInvitations(db: Db, cycleId: string): Promise<void> {
  await db.updateTable('invitation').set({ spent: 0, voided: 1, slot: null }).where('cycleId', '=', cycleId).execute();
}
