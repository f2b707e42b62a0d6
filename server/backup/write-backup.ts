import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { dumpTables, startSnapshot } from '#db/backup/dump-tables.ts';
import { listAppliedSteps } from '#db/migrate.ts';
import { listOpenCycleIds } from '#db/queries/survey-cycles.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '../errors.ts';
import type { BackupEnd, BackupHead, BackupTable } from './backup-file.ts';
import { countOpenRounds, LEFT_OUT, rowsToKeep } from './rows-to-keep.ts';
import { secretMark } from './secret-mark.ts';

export type BackupWish = {
  /** where it goes; what stands there is replaced only when the new one is whole */
  path: string;
  secret: string | null;
  withSecret: boolean;
  /** keeps the key and the sealed answers of surveys that are open */
  withOpenSurveys: boolean;
};
export type Written = { rows: number; sha256: string; openSurveys: number; openRounds: number };
type Source = { db: Kysely<Database>; now: () => Date };

/**
 * Writes everything that the database holds into one file, as it was at one instant, while Plumbline goes on. The connection
 * must be read-only. The file appears when it is whole: a full disk or an interruption leaves what was there.
 */
export async function writeBackup(source: Source, wish: BackupWish): Promise<Written> {
  const part = `${wish.path}.${randomBytes(4).toString('hex')}.part`;
  const made: Written = { rows: 0, sha256: '', openSurveys: 0, openRounds: 0 };
  try {
    const text = Readable.from(backupText(source, wish, made));
    await pipeline(text, createGzip(), createWriteStream(part, { mode: 0o600, flags: 'wx' }));
    await flush(part);
    await rename(part, wish.path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw refusalOf(error);
  }
  return made;
}

const OF_A_FILE = /^(ENOSPC|EDQUOT|EFBIG|EIO|EROFS|EACCES|EPERM|ENOENT|ENOTDIR|EISDIR)$/;

/** What the file system says of the file; an error of the database stays what it is. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  if (!OF_A_FILE.test(String(error.code)) || error.syscall === 'connect') return error;
  const why = error.code === 'ENOSPC' ? 'the disk is full' : String(error.code);
  const message = `The backup could not be written (${why}). What stood there before still does.`;
  return new AppError('UNAVAILABLE', message, { cause: error });
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The text of a backup, some thousand rows at a time; `made` is filled in on the way. */
async function* backupText(source: Source, wish: BackupWish, made: Written): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const lines of contentOf(source, wish, made)) {
    hash.update(lines);
    yield lines;
  }
  made.sha256 = hash.digest('hex');
  yield lineOf({ rows: made.rows, sha256: made.sha256 } satisfies BackupEnd);
}

async function* contentOf({ db, now }: Source, wish: BackupWish, made: Written): AsyncGenerator<string> {
  const trx = await startSnapshot(db);
  try {
    const steps = await listAppliedSteps(trx);
    if (steps.length === 0) throw new AppError('NOT_FOUND', 'This database holds nothing of Plumbline.');
    const head = headOf(wish, now(), steps);
    yield lineOf(head);
    const open = await listOpenCycleIds(trx);
    made.openSurveys = open.length;
    const keep = rowsToKeep({ openCycles: new Set(wish.withOpenSurveys ? [] : open), madeAt: head.madeAt });
    let current: string | null = null;
    for await (const dumped of dumpTables(trx, LEFT_OUT)) {
      const { name, columns } = dumped.table;
      const begin = name === current ? '' : lineOf({ table: name, columns } satisfies BackupTable);
      current = name;
      const rows = keep(dumped);
      made.rows += rows.length;
      made.openRounds += countOpenRounds(dumped);
      yield begin + rows.map(lineOf).join('');
    }
  } finally {
    await trx.rollback().execute();
  }
}

const lineOf = (value: unknown) => `${JSON.stringify(value)}\n`;

function headOf({ secret, withSecret }: BackupWish, now: Date, steps: string[]): BackupHead {
  return {
    schema: 'plumbline/backup/1',
    madeAt: now.toISOString(),
    steps,
    secretMark: secret === null ? null : secretMark(secret),
    ...(withSecret && secret !== null ? { secret } : {}),
  };
}
