import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, EnvError } from './env.ts';

/** Makes the data folder readable by its owner alone; everything this process creates later inherits that. */
export function openDataFolder(env: Env): void {
  process.umask(0o077);
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  chmodSync(env.dataDir, 0o700);
}

/** SECRET, or the one kept in the data folder, made on the first start. */
export function keepSecret(env: Env): string {
  if (env.secret !== null) return env.secret;
  saveSecret(env, randomBytes(32).toString('base64url'));
  const secret = findSecret(env);
  if (secret === null) throw new EnvError(`The file ${secretFile(env)} with the secret has just vanished.`);
  return secret;
}

/** SECRET, or the one kept in the data folder; null: there is none yet. */
export function findSecret(env: Env): string | null {
  if (env.secret !== null) return env.secret;
  const file = secretFile(env);
  if (!existsSync(file)) return null;
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new EnvError(`The file ${file} should hold the secret, but is too short. Restore it from a backup.`);
  return secret;
}

/** Keeps a secret in the data folder, unless there is one. */
export function saveSecret(env: Env, secret: string): void {
  try {
    // `wx`: of two processes that start at once, one makes it and both read it
    writeFileSync(secretFile(env), secret, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

const secretFile = (env: Env) => join(env.dataDir, 'secret');
