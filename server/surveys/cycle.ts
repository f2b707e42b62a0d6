import type { Selectable } from 'kysely';
import { z } from 'zod';
import { findCycle, listSurveyTeams } from '#db/queries/survey-cycles.ts';
import type { SurveyCycleTable, SurveyTeamTable } from '#db/schema.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Minimums } from './anonymity/minimums.ts';
import type { Group } from './anonymity/slices.ts';

export type Cycle = Selectable<SurveyCycleTable>;

/** What names a cycle in every verb. */
export const cycleInput = z.strictObject({ platform: keyField, cycle: z.string().min(1).max(64) });

type Needs = { role: Role; scope: string };
export const MAY_READ = { role: 'viewer', scope: 'read' } as const satisfies Needs;
export const MAY_CHANGE = { role: 'editor', scope: 'surveys:write' } as const satisfies Needs;

/** The cycle, its platform and its teams, if the actor may do what needs this role or scope. */
export async function loadCycle(ctx: Context, input: { platform: string; cycle: string }, needs: Needs) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, needs.role, needs.scope);
  const cycle = await findCycle(ctx.db, platform.id, input.cycle);
  if (cycle === undefined) throw new AppError('NOT_FOUND', 'There is no such survey on this platform.');
  return { platform, cycle, teams: await listSurveyTeams(ctx.db, [cycle.id]) };
}

export const minimumsOfCycle = (cycle: Pick<Cycle, 'minimumGroup' | 'minimumCommentGroup'>): Minimums => ({
  scores: cycle.minimumGroup,
  comments: cycle.minimumCommentGroup,
});

export const asGroups = (
  teams: readonly Pick<Selectable<SurveyTeamTable>, 'teamId' | 'parentId' | 'invited'>[],
): Group[] => teams.map(({ teamId, parentId, invited }) => ({ id: teamId, parentId, invited }));

export const capabilitiesOfCycle = (cycle: Pick<Cycle, 'capabilities'>): string[] =>
  z.array(z.string()).parse(JSON.parse(cycle.capabilities));

/** `closing` is a matter of files: whoever asks is told that the cycle is closed. */
export const stateOf = ({ state }: Pick<Cycle, 'state'>): 'draft' | 'open' | 'closed' =>
  state === 'closing' ? 'closed' : state;
