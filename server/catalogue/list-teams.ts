import { listTeams as listRows } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { requireAnywhere } from '../people/permissions.ts';

/** Every team of the organisation, archived ones too. Teams are shared by all platforms. */
export async function listTeams(ctx: Context) {
  requireAnywhere(ctx, 'viewer', 'read');
  const rows = await listRows(ctx.db);
  return rows.map(({ key, name, parent, contact, archivedAt }) => ({
    key,
    name,
    parent,
    contact,
    archived: archivedAt !== null,
  }));
}
