import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '#db/schema.ts';
import type { Env } from '../env.ts';
import { afterAuth, beforeAuth } from './auth-hooks.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-rules.ts';

export type AuthOptions = {
  db: Kysely<Database>;
  env: Pick<Env, 'publicUrl' | 'publicUrlGiven'>;
  secret: string;
  log: Logger;
  now: () => Date;
};

/** The doors of the sign-in library that are open; everything else answers 404. */
export const AUTH_PATHS = ['/sign-in/email', '/sign-out', '/change-password'] as const;

const TWO_WEEKS_S = 14 * 86_400;

/** Sign-in by e-mail and password, on our own tables. Accounts are made by the set-up link and by administrators only. */
export function makeAuth({ db, env, secret, log, now }: AuthOptions) {
  return betterAuth({
    appName: 'Plumbline',
    baseURL: env.publicUrl,
    basePath: '/api/auth',
    secret,
    // `sqlite` on both databases: times are ISO text and booleans 0 or 1 everywhere, as in the rest of our tables
    database: { db, type: 'sqlite' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    session: {
      expiresIn: TWO_WEEKS_S,
      disableSessionRefresh: true,
      // the signed cookie names the session; whether it still stands is read with the grants, at each request
      cookieCache: { enabled: true, maxAge: TWO_WEEKS_S },
    },
    telemetry: { enabled: false },
    // our own throttle counts accounts too, and in the database; our own server has checked the origin already
    rateLimit: { enabled: false },
    trustedOrigins: (request) => trustedOrigins(request, env),
    advanced: {
      cookiePrefix: 'plumbline',
      useSecureCookies: env.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-plumbline-address'] },
      database: { validateSchema: false },
    },
    logger: { level: 'error', log: (level, message) => log[level](message) },
    // refusals are answers; only what nobody expected is an error
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) log.error({ err: error }, 'a sign-in request failed');
      },
    },
    hooks: { before: beforeAuth(db, now), after: afterAuth(db, now) },
  });
}
export type Auth = ReturnType<typeof makeAuth>;

function trustedOrigins(request: Request | undefined, env: AuthOptions['env']): string[] {
  const host = request?.headers.get('host');
  return env.publicUrlGiven || !host ? [env.publicUrl] : [env.publicUrl, `http://${host}`];
}
