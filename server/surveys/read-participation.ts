import { z } from 'zod';
import { listInvitations } from '#db/queries/invitations.ts';
import { findNewestOpenCycle, listSurveyTeams } from '#db/queries/survey-cycles.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { MAY_READ } from './cycle.ts';
import { bandsOf } from './list-cycles.ts';

export const readParticipationInput = z.strictObject({ platform: keyField });

/** The newest open survey with its banded participation, or null where none is open. */
export async function readParticipation(ctx: Context, input: z.output<typeof readParticipationInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, MAY_READ.role, MAY_READ.scope);
  const cycle = await findNewestOpenCycle(ctx.db, platform.id);
  if (cycle === undefined) return null;
  const teams = await listSurveyTeams(ctx.db, [cycle.id]);
  const invitations = await listInvitations(ctx.db, [cycle.id]);
  const everybody = bandsOf(cycle, teams, invitations).find(({ group }) => group === null);
  return { id: cycle.id, title: cycle.title, closesAt: cycle.closesAt, band: everybody?.band ?? null };
}
