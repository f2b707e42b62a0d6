import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Scope } from '../people/scopes.ts';

/** Whether `requireRole` would pass. */
export function isAllowed(ctx: Context, platformId: string, role: Role, scope: Scope): boolean {
  try {
    requireRole(ctx, platformId, role, scope);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
