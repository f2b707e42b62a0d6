import { listPlatforms } from '../catalogue/list-platforms.ts';
import type { Context } from '../context.ts';
import { requirePerson } from '../people/permissions.ts';

/** What stands around every page: who is signed in and which platforms they may see. */
export async function readFrame(ctx: Context) {
  const { name } = requirePerson(ctx);
  const platforms = await listPlatforms(ctx);
  return { person: { name }, platforms: platforms.map(({ key, name: own, role }) => ({ key, name: own, role })) };
}
