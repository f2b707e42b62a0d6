import type { Kysely } from 'kysely';
import { listGrants, listUsers } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { allows } from '../people/allows.ts';
import { holdsEverywhere, requireEverywhere, requireRole } from '../people/permissions.ts';
import type { Scope } from '../people/scopes.ts';

const SCOPE = 'rubrics:write' satisfies Scope;
/** Enough to find somebody to ask. */
const MOST_NAMED = 5;

const REFUSAL = 'A version is for every platform here. Publishing one needs the role "editor" for all platforms.';

/** What is published here can be adopted by every platform, so whoever publishes is an editor of all of them. */
const requireForAll = (ctx: Context) => requireEverywhere(ctx, 'editor', SCOPE, REFUSAL);

/** Refuses whoever may not publish; to whom the platform is unknown it stays so. */
export async function requirePublisher(ctx: Context, platform: string): Promise<void> {
  const { id } = await findPlatform(ctx, platform);
  requireRole(ctx, id, 'editor', SCOPE);
  requireForAll(ctx);
}

export const mayPublish = (ctx: Context): boolean => allows(() => requireForAll(ctx));

/** The names of some who can sign in and may publish. */
export async function listPublishers(db: Kysely<Database>): Promise<string[]> {
  const [users, grants] = await Promise.all([listUsers(db), listGrants(db)]);
  const byPerson = Map.groupBy(grants, ({ userId }) => userId);
  return users
    .filter(({ id, deactivatedAt }) => deactivatedAt === null && holdsEverywhere(byPerson.get(id) ?? [], 'editor'))
    .slice(0, MOST_NAMED)
    .map(({ name }) => name);
}
