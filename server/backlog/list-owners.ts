import type { Kysely } from 'kysely';
import { listGrants, listUsers } from '#db/queries/people.ts';
import { listTeams } from '#db/queries/teams.ts';
import type { Database } from '#db/schema.ts';
import { highestRole } from '../people/permissions.ts';

/** Who can see to something on a platform: people with a role there who can still sign in, and teams that are still there. */
export async function listOwners(db: Kysely<Database>, platformId: string) {
  const [users, grants, teams] = await Promise.all([listUsers(db), listGrants(db), listTeams(db)]);
  const byPerson = Map.groupBy(grants, ({ userId }) => userId);
  const isHere = (id: string) => highestRole(byPerson.get(id) ?? [], platformId) !== null;
  return {
    people: users
      .filter(({ id, deactivatedAt }) => deactivatedAt === null && isHere(id))
      .map(({ id, name }) => ({ id, name })),
    teams: teams.filter(({ archivedAt }) => archivedAt === null).map(({ key, name }) => ({ key, name })),
  };
}
