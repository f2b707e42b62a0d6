import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { insertPastTeam, listTeams, lockTeams, saveTeamRow } from '#db/queries/teams.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import type { PlannedTeam } from './team-tree.ts';

export type TeamRow = Awaited<ReturnType<typeof listTeams>>[number];

/** Every team as it stands, for whoever is about to change some: nobody else changes any until the transaction ends. */
export async function holdTeams(trx: Kysely<Database>): Promise<TeamRow[]> {
  await lockTeams(trx);
  return listTeams(trx);
}

export const planOf = ({ key, name, parent, contact, archivedAt }: TeamRow): PlannedTeam => ({
  key,
  name,
  parent,
  contact,
  archived: archivedAt !== null,
});

type Change = { before: TeamRow | undefined; team: PlannedTeam; parentId: string | null };

/** Writes a team and keeps what it was until now; returns its id. What changes nothing is not written down. */
export async function writeTeam(trx: Kysely<Database>, ctx: Context, { before, team, parentId }: Change) {
  const { key, name, parent, contact, archived } = team;
  const at = ctx.now().toISOString();
  const archivedAt = archived ? (before?.archivedAt ?? at) : null;
  const id = before?.id ?? randomUUID();
  if (before !== undefined) {
    const moved = before.name !== name || before.parentId !== parentId || before.archivedAt !== archivedAt;
    if (!moved && before.contact === contact) return id;
    const { name: formerName, parentId: formerParentId, archivedAt: formerArchivedAt } = before;
    const former = { name: formerName, parentId: formerParentId, archivedAt: formerArchivedAt };
    if (moved) await insertPastTeam(trx, { teamId: id, until: at, ...former });
  }
  await saveTeamRow(trx, { id, key, name, parentId, contact, createdAt: before?.createdAt ?? at, archivedAt });
  const action = before === undefined ? 'team.add' : 'team.change';
  await recordAudit(trx, ctx, { action, platformId: null, subject: key, detail: { name, parent, archived } });
  return id;
}
