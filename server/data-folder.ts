import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const file = join(env.dataDir, 'secret');
  try {
    // `wx`: of two processes that start at once, one makes it and both read it
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new EnvError(`The file ${file} should hold the secret, but is too short. Restore it from a backup.`);
  return secret;
}
