import { resolve } from 'node:path';
import { z } from 'zod';
import { type MailSettings, mailFrom, senderAt, smtpUrl } from './notifiers/mail-settings.ts';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const PORT_RULE = 'must be a port, 1 to 65535';

const databaseUrl = z
  .string()
  .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:<path> or postgres://user:password@host/database');

const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://plumbline.example.org' })
  .refine((url) => (URL.parse(url)?.pathname ?? '/') === '/', 'must have no path after the host')
  .transform((url) => new URL(url).origin);

const variables = z.object({
  PORT: z.coerce.number(PORT_RULE).int(PORT_RULE).min(1, PORT_RULE).max(65_535, PORT_RULE).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a host name')
    .default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'must be a folder').default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  PUBLIC_URL: publicUrl.optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Everything that the environment decides. */
export type Env = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string;
  /** the origin that every link is built from, never the Host header */
  publicUrl: string;
  /** false: nobody said where Plumbline is reached, so any address of this host will do */
  publicUrlGiven: boolean;
  /** null: made and kept in the data folder */
  secret: string | null;
  /** null: nothing is sent by e-mail */
  mail: MailSettings | null;
  logLevel: (typeof LOG_LEVELS)[number];
};

/** A wrong environment variable; the message names it and says what to write. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** Reads the environment, or throws one `EnvError` that names what is wrong. An empty value counts as absent. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvError(`Plumbline cannot start: ${problems.join('; ')}.`);
  }
  const { data } = parsed;
  const dataDir = resolve(data.DATA_DIR);
  const here = data.PUBLIC_URL ?? `http://${bracketed(reachable(data.HOST))}:${data.PORT}`;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir,
    databaseUrl: data.DATABASE_URL ?? `file:${resolve(dataDir, 'plumbline.db')}`,
    publicUrl: here,
    publicUrlGiven: data.PUBLIC_URL !== undefined,
    secret: data.SECRET ?? null,
    mail: data.SMTP_URL === undefined ? null : { ...data.SMTP_URL, from: data.MAIL_FROM ?? senderAt(here) },
    logLevel: data.LOG_LEVEL,
  };
}

/** An address to listen on for every interface is none to visit. */
const reachable = (host: string) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host);
const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);
