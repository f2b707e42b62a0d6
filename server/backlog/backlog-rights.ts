import { listCapabilities } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { type ImprovementState, movesFrom } from './improvement-states.ts';

export const SCOPE = 'backlog:write';

/** What decides who may do something with an improvement. */
export type Subject = { state: ImprovementState; createdBy: string; capabilities: readonly (string | null)[] };

/** What the actor may do in the backlog of one platform. */
export type BacklogRights = {
  account: string;
  /** may propose improvements of any capability */
  propose: boolean;
  /** may plan for every capability there is, and bring in files */
  everything: boolean;
  /** may plan for every one of these capabilities (null: the platform as a whole) */
  plan: (capabilities: readonly (string | null)[]) => boolean;
};

function isAllowed(require: () => void): boolean {
  try {
    require();
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Editors plan everything, owners for the capabilities of their teams; every owner may propose. Permission to read comes before. */
export async function readRights(ctx: Context, platformId: string): Promise<BacklogRights> {
  const capabilities = await listCapabilities(ctx.db, platformId);
  const teams = new Map(capabilities.map(({ key, ownerTeamId }) => [key, ownerTeamId]));
  const mayPlan = (capability: string | null) =>
    isAllowed(() =>
      requireOwnership(ctx, platformId, capability === null ? null : (teams.get(capability) ?? null), SCOPE),
    );
  return {
    account: await accountOf(ctx),
    propose: isAllowed(() => requireRole(ctx, platformId, 'owner', SCOPE)),
    everything: isAllowed(() => requireRole(ctx, platformId, 'editor', SCOPE)),
    plan: (places) => [...new Set(places)].every(mayPlan),
  };
}

/** Whoever plans for all its capabilities may change it; whoever proposed it, while it is a proposal. */
export function mayChange(rights: BacklogRights, { state, createdBy, capabilities }: Subject): boolean {
  return rights.plan(capabilities) || (rights.propose && state === 'proposed' && createdBy === rights.account);
}

/** Where the actor may move it; whoever proposed it may take the proposal back. */
export function mayMove(rights: BacklogRights, subject: Subject): readonly ImprovementState[] {
  if (rights.plan(subject.capabilities)) return movesFrom(subject.state);
  return subject.state === 'proposed' && mayChange(rights, subject) ? ['dropped'] : [];
}
