import type { Actor, Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';

const RANK = { viewer: 1, owner: 2, editor: 3, admin: 4 } as const satisfies Record<Role, number>;

/** The highest role of a person on a platform (or on all of them), or null. */
export function roleOn(actor: Actor, platformId: string): Role | null {
  if (actor.kind !== 'person') return null;
  const roles = actor.grants.filter((grant) => grant.platformId === null || grant.platformId === platformId);
  return roles.reduce<Role | null>((best, { role }) => (best === null || RANK[role] > RANK[best] ? role : best), null);
}

/**
 * Refuses unless the actor is a person with at least `role` on the platform, a token with `scope` for it, or the system itself.
 * A platform that one may not see is reported as missing, so that its existence does not leak.
 */
export function requireRole(ctx: Context, platformId: string, role: Role, scope: string): void {
  const { actor } = ctx;
  if (actor.kind === 'system') return;
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'token') {
    if (actor.platformId !== null && actor.platformId !== platformId) throw new AppError('NOT_FOUND', 'There is no such platform.');
    if (!actor.scopes.includes(scope)) throw new AppError('FORBIDDEN', `This token lacks the scope "${scope}".`);
    return;
  }
  const held = roleOn(actor, platformId);
  if (held === null) throw new AppError('NOT_FOUND', 'There is no such platform.');
  if (RANK[held] < RANK[role]) throw new AppError('FORBIDDEN', `This needs the role "${role}" on this platform.`);
}

/** Refuses unless the actor administers the whole deployment. */
export function requireAdmin(ctx: Context, scope: string): void {
  const { actor } = ctx;
  if (actor.kind === 'system') return;
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'token') {
    if (actor.platformId !== null || !actor.scopes.includes(scope)) {
      throw new AppError('FORBIDDEN', `This token lacks the scope "${scope}" for every platform.`);
    }
    return;
  }
  if (!actor.grants.some((grant) => grant.platformId === null && grant.role === 'admin')) {
    throw new AppError('FORBIDDEN', 'This needs an administrator.');
  }
}
