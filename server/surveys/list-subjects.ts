import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listTeams } from '#db/queries/teams.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { FLOOR } from './anonymity/minimums.ts';
import { MAY_READ } from './cycle.ts';

export const listSubjectsInput = z.strictObject({ platform: keyField });

/** What a survey can ask about, whom, and the minimum groups it will have. */
export async function listSubjects(ctx: Context, input: z.output<typeof listSubjectsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, MAY_READ.role, MAY_READ.scope);
  const capabilities = await listCapabilities(ctx.db, platform.id);
  const teams = await listTeams(ctx.db);
  return {
    minimums: FLOOR,
    capabilities: capabilities.map(({ key, name, state }) => ({ key, name, offered: state === 'offered' })),
    teams: teams.filter(({ archivedAt }) => archivedAt === null).map(({ key, name }) => ({ key, name })),
  };
}
