import { z } from 'zod';
import { listTeamsAsked } from '#db/queries/invitations.ts';
import { listCyclesOfPlatform } from '#db/queries/survey-cycles.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { type Band, participation } from './anonymity/participation.ts';
import { asGroups, type Cycle, capabilitiesOfCycle, MAY_READ, minimumsOfCycle, stateOf } from './cycle.ts';

export const listCyclesInput = z.strictObject({ platform: keyField });

/** The surveys of a platform, newest first; of an open one how many have answered, as a band and no closer. */
export async function listCycles(ctx: Context, input: z.output<typeof listCyclesInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, MAY_READ.role, MAY_READ.scope);
  const cycles = await listCyclesOfPlatform(ctx.db, platform.id);
  const teams = await listTeamsAsked(
    ctx.db,
    cycles.map(({ id }) => id),
  );
  return cycles.map((cycle) => {
    const own = teams.filter(({ cycleId }) => cycleId === cycle.id);
    return {
      ...summaryOf(cycle),
      invited: own.reduce((sum, { invited }) => sum + invited, 0),
      band: bandsOf(cycle, own).find(({ group }) => group === null)?.band ?? null,
    };
  });
}

export function summaryOf(cycle: Cycle) {
  const { id, title, template, opensAt, closesAt, closedAt } = cycle;
  return {
    id,
    title,
    template,
    state: stateOf(cycle),
    capabilities: capabilitiesOfCycle(cycle),
    opensAt,
    closesAt,
    closedAt,
  };
}

type TeamsAsked = Awaited<ReturnType<typeof listTeamsAsked>>;

/** Participation of an open cycle; of any other there is none to tell. */
export function bandsOf(cycle: Cycle, teams: TeamsAsked): { group: string | null; band: Band }[] {
  if (cycle.state !== 'open') return [];
  const people = teams.flatMap(({ teamId, sent, answered }) =>
    Array.from({ length: sent }, (_, i) => ({ group: teamId, spent: i < answered })),
  );
  return participation(asGroups(teams), people, minimumsOfCycle(cycle));
}
