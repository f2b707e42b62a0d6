import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireAdmin, requireRole } from '../people/permissions.ts';

/** Whether a permission would be given, for what only some may see. */
function allows(require: () => void): boolean {
  try {
    require();
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Whether the one who asks may open ways into the network. */
export const mayAllow = (ctx: Context): boolean => allows(() => requireAdmin(ctx, 'admin'));

/** Whether the one who asks may see how sources of a platform are set. */
export const mayEdit = (ctx: Context, platformId: string): boolean =>
  allows(() => requireRole(ctx, platformId, 'editor', 'sources:write'));
