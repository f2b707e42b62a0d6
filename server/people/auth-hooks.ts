import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { findUser, findUserByEmail } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';
import { passwordProblem } from './password-rules.ts';
import { recordAudit } from './record-audit.ts';
import { forgetAttempts, throttle } from './throttle.ts';

/** Bodies are not checked yet: what is missing is empty here, and refused by the library. */
const emailOf = (body: unknown) => z.object({ email: z.string() }).safeParse(body).data?.email ?? '';
const newPasswordOf = (body: unknown) => z.object({ newPassword: z.string() }).safeParse(body).data?.newPassword ?? '';
const WRONG = 'E-mail or password is wrong.';

/** Before the library acts: patience after many attempts, password rules, and the note that somebody signs out. */
export function beforeAuth(db: Kysely<Database>, now: () => Date) {
  return createAuthMiddleware(async (auth) => {
    if (auth.path === '/sign-in/email') {
      const email = emailOf(auth.body);
      await refusing(throttle(db, { account: email, address: addressOf(auth.headers), now: now() }));
    }
    if (auth.path === '/change-password') {
      const session = await getSessionFromCtx(auth);
      if (session === null) throw new APIError('UNAUTHORIZED', { message: 'Sign in first.' });
      await refusing(throttle(db, { account: session.user.email, address: addressOf(auth.headers), now: now() }));
      const problem = passwordProblem(newPasswordOf(auth.body), session.user.email);
      if (problem !== null) throw new APIError('BAD_REQUEST', { message: problem });
    }
    if (auth.path === '/sign-out') {
      const session = await getSessionFromCtx(auth);
      if (session !== null) await record(db, now, session.user, 'session.sign-out');
    }
  });
}

/** After it: the audit entry, one wording for every wrong login, and no session for people who were deactivated. */
export function afterAuth(db: Kysely<Database>, now: () => Date) {
  return createAuthMiddleware(async (auth) => {
    const failed = isAPIError(auth.context.returned);
    if (auth.path === '/sign-in/email') {
      const email = emailOf(auth.body);
      const session = auth.context.newSession;
      const user = session === null ? await findUserByEmail(db, email) : await findUser(db, session.user.id);
      if (failed || !session || !user || user.deactivatedAt !== null) {
        // an unknown address is not kept: it may be a password typed in the wrong field
        await record(db, now, user ?? null, 'session.sign-in-failed');
        if (session) await auth.context.internalAdapter.deleteSession(session.session.token);
        if (session || isUnauthorized(auth.context.returned)) throw new APIError('UNAUTHORIZED', { message: WRONG });
        return;
      }
      await forgetAttempts(db, email, addressOf(auth.headers));
      await record(db, now, user, 'session.sign-in');
    }
    if (auth.path === '/change-password') {
      const session = await getSessionFromCtx(auth);
      if (session === null) return;
      if (!failed) await forgetAttempts(db, session.user.email, addressOf(auth.headers));
      await record(db, now, session.user, failed ? 'password.change-failed' : 'password.change');
    }
  });
}

const isUnauthorized = (returned: unknown): boolean => isAPIError(returned) && returned.status === 'UNAUTHORIZED';

const addressOf = (headers: Headers | undefined): string => headers?.get('x-plumbline-address') ?? 'unknown';

type Person = { id: string; name: string };

async function record(db: Kysely<Database>, now: () => Date, person: Person | null, action: string): Promise<void> {
  const actor: Actor = person
    ? { kind: 'person', id: person.id, name: person.name, grants: [] }
    : { kind: 'anonymous' };
  await recordAudit(db, { actor, now }, { action, platformId: null, subject: person?.id ?? null });
}

/** Our refusals in the library's words. */
async function refusing(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'TOO_MANY_REQUESTS') {
      throw new APIError('TOO_MANY_REQUESTS', { message: error.message });
    }
    throw error;
  }
}
