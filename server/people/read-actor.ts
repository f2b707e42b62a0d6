import { listSessionGrants } from '#db/queries/people.ts';
import type { Actor } from '../context.ts';
import type { Runtime } from '../runtime.ts';

type Source = Pick<Runtime, 'auth' | 'db' | 'now'>;

/** Who is behind a session cookie: the person with today's grants, or anonymous once the session has ended anywhere. */
export async function readActor({ auth, db, now }: Source, headers: Headers): Promise<Actor> {
  if (!headers.get('cookie')?.includes('plumbline.session_token')) return { kind: 'anonymous' };
  const signedIn = await auth.api.getSession({ headers });
  if (signedIn === null) return { kind: 'anonymous' };
  const sessionId = signedIn.session.id;
  const rows = await listSessionGrants(db, sessionId, now().toISOString());
  const [first] = rows;
  if (first === undefined) return { kind: 'anonymous' };
  const grants = rows.flatMap(({ role, platformId, teamId }) => (role === null ? [] : [{ role, platformId, teamId }]));
  return { kind: 'person', id: first.id, name: first.name, grants, sessionId };
}
