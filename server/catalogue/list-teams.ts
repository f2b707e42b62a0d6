import { z } from 'zod';
import { listPastTeams, listTeams as listRows } from '#db/queries/teams.ts';
import type { Context } from '../context.ts';
import { requireAnywhere } from '../people/permissions.ts';
import { instantField } from './fields.ts';

export const listTeamsInput = z.strictObject({
  /** the teams as they were at that instant; left out: as they are */
  asOf: instantField.optional(),
});

/** Every team of the organisation, archived ones too. Teams are shared by all platforms. */
export async function listTeams(ctx: Context, { asOf }: z.infer<typeof listTeamsInput> = {}) {
  requireAnywhere(ctx, 'viewer', 'read');
  const rows = await listRows(ctx.db);
  const held = asOf === undefined ? rows : await asTheyWere(ctx, rows, asOf);
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  return held.map(({ key, name, parentId, contact, archivedAt }) => ({
    key,
    name,
    parent: parentId === null ? null : (keys.get(parentId) ?? null),
    contact,
    archived: archivedAt !== null,
  }));
}

type TeamRow = Awaited<ReturnType<typeof listRows>>[number];

/** Names, order and archive of that instant. Contacts keep no history: they are for whoever has a question today. */
async function asTheyWere({ db }: Context, rows: TeamRow[], asOf: string): Promise<TeamRow[]> {
  const past = new Map<string, Awaited<ReturnType<typeof listPastTeams>>[number]>();
  for (const state of await listPastTeams(db, asOf)) {
    if (!past.has(state.teamId)) past.set(state.teamId, state);
  }
  return rows.filter(({ createdAt }) => createdAt <= asOf).map((row) => ({ ...row, ...past.get(row.id) }));
}
