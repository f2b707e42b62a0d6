import type { Kysely } from 'kysely';
import { listActiveGrants } from '#db/queries/notices.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '../context.ts';
import { highestRole, ROLES } from '../people/permissions.ts';
import type { Reader } from './kinds/notice-kind.ts';

/** Everybody who may see a platform today; nobody who was shut out. */
export async function listReaders(db: Kysely<Database>, platformId: string): Promise<Reader[]> {
  const rows = await listActiveGrants(db, platformId);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    const grants = own.map(({ platformId, role, teamId }) => ({ platformId, role, teamId }));
    const role = highestRole(grants, platformId);
    return first === undefined || role === null
      ? []
      : [{ id: first.id, name: first.name, email: first.email, role, grants }];
  });
}

export const hasRole = ({ role }: Pick<Reader, 'role'>, least: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(least);

/** Ids of the readers with at least this role. */
export const withRole = (readers: Reader[], least: Role): string[] =>
  readers.filter((reader) => hasRole(reader, least)).map(({ id }) => id);

/** Ids of those who speak for a statement: who made it, if they still may, and the owners of its capability's team. */
export function spokespersons(readers: Reader[], { by, team }: { by: string; team: string | null }): string[] {
  const owns = ({ grants }: Reader) =>
    team !== null && grants.some((one) => one.role === 'owner' && one.teamId === team);
  return readers.filter((reader) => (reader.id === by && hasRole(reader, 'owner')) || owns(reader)).map(({ id }) => id);
}
