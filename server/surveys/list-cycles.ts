import { z } from 'zod';
import { listCyclesOfPlatform, listSurveyTeams } from '#db/queries/survey-cycles.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { type Cycle, capabilitiesOfCycle, MAY_READ, stateOf } from './cycle.ts';
import { readBands } from './read-bands.ts';

export const listCyclesInput = z.strictObject({ platform: keyField });

/** The surveys of a platform, newest first; of an open one how many have answered, as a band and no closer. */
export async function listCycles(ctx: Context, input: z.output<typeof listCyclesInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, MAY_READ.role, MAY_READ.scope);
  const cycles = await listCyclesOfPlatform(ctx.db, platform.id);
  const teams = await listSurveyTeams(
    ctx.db,
    cycles.map(({ id }) => id),
  );
  const participationOf = await readBands(ctx.db, cycles);
  return cycles.map((cycle) => {
    const own = teams.filter(({ cycleId }) => cycleId === cycle.id);
    const { band, countedOn } = participationOf(cycle.id);
    return {
      ...summaryOf(cycle),
      invited: own.reduce((sum, { invited }) => sum + invited, 0),
      band,
      countedOn,
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
