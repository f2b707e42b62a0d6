import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import { findSecret } from '../../data-folder.ts';
import { readEnv } from '../../env.ts';
import { type Command, InputError, type Output } from '../command.ts';

const MIB = 1024 * 1024;

export const backup: Command = {
  name: 'backup',
  summary: 'Writes all that the database holds into one file, while Plumbline goes on.',
  words: ['FILE|FOLDER'],
  options: {
    'with-secret': { value: null, about: 'the SECRET too: whoever has the file can then open everything in it' },
    'with-open-surveys': {
      value: null,
      about: 'open surveys with their sealed answers; else they come back as drafts, to be opened anew',
    },
  },
  run: async (given, output) => {
    const now = () => new Date();
    const path = fileIn(given.words[0] ?? '', now());
    const env = readEnv(process.env);
    const secret = findSecret(env);
    const withSecret = given.flag('with-secret');
    if (withSecret && secret === null) throw new InputError(`There is no SECRET in ${env.dataDir}.`);
    const { db, close } = await openDatabase(env.databaseUrl, { readOnly: true });
    try {
      const withOpenSurveys = given.flag('with-open-surveys');
      const written = await writeBackup({ db, now }, { path, secret, withSecret, withOpenSurveys });
      const size = statSync(path).size / MIB;
      output.err(`Written to ${path}: ${written.rows} rows, ${size.toFixed(1)} MiB, SHA-256 ${written.sha256}.\n`);
      const { openSurveys, openRounds } = written;
      tellWhatIsMissing(output, { withSecret, openSurveys: withOpenSurveys ? 0 : openSurveys, openRounds });
    } finally {
      await close();
    }
    return 0;
  },
};

/** A name of its own in a folder; else the name that was given. */
function fileIn(word: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const isFolder = statSync(word, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? join(word, `plumbline-${stamp}.backup.gz`) : word;
}

type Missing = { withSecret: boolean; openSurveys: number; openRounds: number };

function tellWhatIsMissing({ err }: Output, missing: Missing): void {
  if (!missing.withSecret) {
    err(
      'The SECRET is not in it. Keep it elsewhere: without it, passwords of sources cannot be read after a restore.\n',
    );
  }
  if (missing.openSurveys > 0) {
    err(`Surveys that are open now (${missing.openSurveys}) are in it as drafts, without links and answers.\n`);
  }
  if (missing.openRounds > 0) {
    err(`Rating rounds that are open now (${missing.openRounds}) are in it without what was rated so far.\n`);
  }
}
