import { openDatabase } from '#db/open.ts';
import { checkBackup } from '../../backup/read-backup.ts';
import { restoreBackup } from '../../backup/restore-backup.ts';
import { secretMark } from '../../backup/secret-mark.ts';
import { findSecret, openDataFolder, saveSecret } from '../../data-folder.ts';
import { type Env, readEnv } from '../../env.ts';
import { type Command, InputError, type Output } from '../command.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of all that the database holds. Stop Plumbline first.',
  words: ['FILE'],
  options: {
    replace: { value: null, about: 'give up what the database holds now' },
  },
  run: async (given, output) => {
    const [path = ''] = given.words;
    const env = readEnv(process.env);
    const head = await checkBackup(path);
    requireOneSecret(env, head.secret);
    openDataFolder(env);
    const { db, close } = await openDatabase(env.databaseUrl);
    try {
      const actor = { kind: 'system' as const, name: 'cli' };
      await restoreBackup({ db, now: () => new Date(), actor }, { path, replace: given.flag('replace') });
    } finally {
      await close();
    }
    if (head.secret !== undefined) saveSecret(env, head.secret);
    output.err(`Restored ${head.rows} rows as of ${head.madeAt}. Start Plumbline; everybody signs in again.\n`);
    warnOfOtherSecret(env, head.secretMark, output);
    return 0;
  },
};

/** A SECRET of the backup never takes the place of another one. */
function requireOneSecret(env: Env, secret: string | undefined): void {
  const here = findSecret(env);
  if (secret === undefined || here === null || here === secret) return;
  const where = env.secret === null ? `the file ${env.dataDir}/secret` : 'SECRET of the environment';
  throw new InputError(`The backup brings its own SECRET, and ${where} holds another one. Take that away first.`);
}

function warnOfOtherSecret(env: Env, mark: string | null, { err }: Output): void {
  const here = findSecret(env);
  if (mark === null || (here !== null && secretMark(here) === mark)) return;
  err(
    'The SECRET here is not the one of this backup: passwords of sources and open surveys cannot be read without it. ' +
      'Set SECRET to the old one before you start Plumbline.\n',
  );
}
