import type { z } from 'zod';
import { findUser, listGrantsOf } from '#db/queries/people.ts';
import { findTeamByKey } from '#db/queries/teams.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { highestRole } from '../people/permissions.ts';
import type { ownerField } from './improvement-fields.ts';

type Owner = { ownerUserId: string | null; ownerTeamId: string | null };

/** The columns of an improvement's owner: a person with a role on the platform who can still sign in, or a team that is still there. */
export async function findOwner(
  ctx: Context,
  platformId: string,
  owner: z.infer<typeof ownerField> | null,
): Promise<Owner> {
  if (owner === null) return { ownerUserId: null, ownerTeamId: null };
  if ('team' in owner) {
    const team = await findTeamByKey(ctx.db, owner.team);
    if (!team || team.archivedAt !== null) throw new AppError('NOT_FOUND', `There is no team "${owner.team}".`);
    return { ownerUserId: null, ownerTeamId: team.id };
  }
  const person = await findUser(ctx.db, owner.person);
  const isHere = person && highestRole(await listGrantsOf(ctx.db, person.id), platformId) !== null;
  if (!person || !isHere || person.deactivatedAt !== null) {
    throw new AppError('NOT_FOUND', 'Nobody of that id works on this platform.');
  }
  return { ownerUserId: person.id, ownerTeamId: null };
}
