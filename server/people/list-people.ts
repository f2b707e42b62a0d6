import { z } from 'zod';
import { listGrants, listUsers } from '#db/queries/people.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from './permissions.ts';

export const listPeopleInput = z.strictObject({ platform: keyField });

/** Everybody with an account, and the roles that matter on this platform. */
export async function listPeople(ctx: Context, input: z.infer<typeof listPeopleInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'admin', 'admin');
  const [users, grants] = await Promise.all([listUsers(ctx.db), listGrants(ctx.db)]);
  const here = grants.filter((grant) => grant.platformId === null || grant.platformId === platform.id);
  return users.map(({ id, name, email, deactivatedAt }) => ({
    id,
    name,
    email,
    deactivated: deactivatedAt !== null,
    roles: here
      .filter((grant) => grant.userId === id)
      .map((grant) => ({ id: grant.id, role: grant.role, platform: grant.platform, team: grant.team })),
  }));
}
