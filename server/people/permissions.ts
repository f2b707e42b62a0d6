import type { Actor, Context, Grant, Role } from '../context.ts';
import { AppError } from '../errors.ts';

/** Permissions look at who asks and at nothing else. */
type Asking = Pick<Context, 'actor'>;

export const ROLES = ['viewer', 'owner', 'editor', 'admin'] as const satisfies readonly Role[];
const RANK = { viewer: 1, owner: 2, editor: 3, admin: 4 } as const satisfies Record<Role, number>;

/** The highest role that the grants give on a platform, or null. */
export function highestRole(grants: Grant[], platformId: string): Role | null {
  const roles = grants.filter((grant) => grant.platformId === null || grant.platformId === platformId);
  return roles.reduce<Role | null>((best, { role }) => (best === null || RANK[role] > RANK[best] ? role : best), null);
}

/** The highest role of a person on a platform (or on all of them), or null. */
export function roleOn(actor: Actor, platformId: string): Role | null {
  return actor.kind === 'person' ? highestRole(actor.grants, platformId) : null;
}

/**
 * Refuses unless the actor is a person with at least `role` on the platform, a token with `scope` for it, or the system itself.
 * A token that a person made can do no more than that person. A platform that one may not see is reported as missing, so
 * that its existence does not leak.
 */
export function requireRole(ctx: Asking, platformId: string, role: Role, scope: string): void {
  const { actor } = ctx;
  if (actor.kind === 'system') return;
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'token') {
    if (actor.platformId !== null && actor.platformId !== platformId) throw noSuchPlatform();
    if (!actor.scopes.includes(scope)) throw lacksScope(scope);
  }
  if (actor.grants !== null) requireRank(actor.grants, platformId, role);
}

/**
 * As `requireRole` for owners, who may act only for the capabilities of their teams: an owner needs a grant for
 * `ownerTeamId`; editors and administrators pass. A statement about the whole platform (`ownerTeamId` null) needs an editor.
 */
export function requireOwnership(ctx: Asking, platformId: string, ownerTeamId: string | null, scope: string): void {
  requireRole(ctx, platformId, 'owner', scope);
  const { actor } = ctx;
  if (actor.kind === 'system' || actor.kind === 'anonymous' || actor.grants === null) return;
  if (highestRole(actor.grants, platformId) !== 'owner') return;
  const owns = actor.grants.some(
    (grant) =>
      grant.role === 'owner' &&
      grant.teamId !== null &&
      grant.teamId === ownerTeamId &&
      (grant.platformId === null || grant.platformId === platformId),
  );
  if (!owns) throw new AppError('FORBIDDEN', 'This belongs to another team. Ask its owner or an editor.');
}

/** The person who is signed in; tokens and the system have no account of their own. */
export function requirePerson(ctx: Asking): Extract<Actor, { kind: 'person' }> {
  if (ctx.actor.kind === 'person') return ctx.actor;
  if (ctx.actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  throw new AppError('FORBIDDEN', 'This is for a person who is signed in.');
}

/** Refuses unless the actor has at least `role` on some platform; for what all platforms share, such as teams. */
export function requireAnywhere(ctx: Asking, role: Role, scope: string): void {
  const { actor } = ctx;
  if (actor.kind === 'system') return;
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'token' && !actor.scopes.includes(scope)) throw lacksScope(scope);
  const only = actor.kind === 'token' ? actor.platformId : null;
  const counts = (grant: Grant) => only === null || grant.platformId === null || grant.platformId === only;
  if (actor.grants !== null && !actor.grants.some((grant) => counts(grant) && RANK[grant.role] >= RANK[role])) {
    throw new AppError('FORBIDDEN', `This needs the role "${role}" on some platform.`);
  }
}

/** Refuses unless the actor administers the whole deployment. */
export function requireAdmin(ctx: Asking, scope: string): void {
  requireEverywhere(ctx, 'admin', scope, 'This needs an administrator.');
}

/** Refuses, with this sentence, unless the actor has at least `role` for all platforms; for what is done for the whole deployment. */
export function requireEverywhere(ctx: Asking, role: Role, scope: string, refusal: string): void {
  const { actor } = ctx;
  if (actor.kind === 'system') return;
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'token' && (actor.platformId !== null || !actor.scopes.includes(scope))) {
    throw new AppError('FORBIDDEN', `This token lacks the scope "${scope}" for every platform.`);
  }
  if (actor.grants !== null && !holdsEverywhere(actor.grants, role)) throw new AppError('FORBIDDEN', refusal);
}

/** Whether the grants give at least `role` for all platforms. */
export function holdsEverywhere(grants: Pick<Grant, 'platformId' | 'role'>[], role: Role): boolean {
  return grants.some((grant) => grant.platformId === null && RANK[grant.role] >= RANK[role]);
}

/** Whether the grants make somebody an administrator of the whole deployment. */
export function isAdmin(grants: Grant[]): boolean {
  return holdsEverywhere(grants, 'admin');
}

function requireRank(grants: Grant[], platformId: string, role: Role): void {
  const held = highestRole(grants, platformId);
  if (held === null) throw noSuchPlatform();
  if (RANK[held] < RANK[role]) throw new AppError('FORBIDDEN', `This needs the role "${role}" on this platform.`);
}

const noSuchPlatform = () => new AppError('NOT_FOUND', 'There is no such platform.');
const lacksScope = (scope: string) => new AppError('FORBIDDEN', `This token lacks the scope "${scope}".`);
