import type { Context } from '../context.ts';
import { allows } from '../people/allows.ts';
import { requireAdmin } from '../people/permissions.ts';

/** Whether the one who asks may open ways into the network. */
export const mayAllow = (ctx: Context): boolean => allows(() => requireAdmin(ctx, 'admin'));
