import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findTeamByKey, listTeams, saveTeamRow } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireAnywhere } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { keyField, nameField } from './fields.ts';

export const saveTeamInput = z.strictObject({
  key: keyField,
  name: nameField,
  /** key of the team it belongs to */
  parent: keyField.nullable().default(null),
  contact: z.string().trim().max(200).nullable().default(null),
  archived: z.boolean().default(false),
});
type Input = z.output<typeof saveTeamInput>;

/** Adds a team or changes it. Teams are shared by all platforms, so an editor of any of them may. */
export async function saveTeam(ctx: Context, input: Input) {
  requireAnywhere(ctx, 'editor', 'catalogue:write');
  const { key, name, contact, archived } = input;
  const before = await findTeamByKey(ctx.db, key);
  const parentId = await findParent(ctx, input);
  const at = ctx.now().toISOString();
  await ctx.db.transaction().execute(async (trx) => {
    await saveTeamRow(trx, {
      id: before?.id ?? randomUUID(),
      key,
      name,
      parentId,
      contact,
      createdAt: before?.createdAt ?? at,
      archivedAt: archived ? (before?.archivedAt ?? at) : null,
    });
    const action = before === undefined ? 'team.add' : 'team.change';
    await recordAudit(trx, ctx, {
      action,
      platformId: null,
      subject: key,
      detail: { name, parent: input.parent, archived },
    });
  });
  return { key, added: before === undefined };
}

/** The parent's id; refuses a team that would, along its parents, belong to itself. */
async function findParent(ctx: Context, { key, parent }: Input): Promise<string | null> {
  if (parent === null) return null;
  const teams = new Map((await listTeams(ctx.db)).map((team) => [team.key, team]));
  const found = teams.get(parent);
  if (found === undefined) throw new AppError('BAD_REQUEST', `There is no team "${parent}".`);
  for (let above: string | null = parent; above !== null; above = teams.get(above)?.parent ?? null) {
    if (above === key) throw new AppError('BAD_REQUEST', 'A team cannot belong to itself.');
  }
  return found.id;
}
