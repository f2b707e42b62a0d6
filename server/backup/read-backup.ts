import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { AppError } from '../errors.ts';
import { type BackupEnd, type BackupHead, endSchema, headSchema, rowSchema, tableSchema } from './backup-file.ts';

const NEWLINE = 10;

/**
 * Reads a backup to its end and says what it is, before anything else is believed of it. A file that is cut short, changed,
 * from a newer version or no backup at all is refused with a sentence.
 */
export async function checkBackup(path: string): Promise<BackupHead & BackupEnd> {
  const hash = createHash('sha256');
  let first: Buffer | undefined;
  let last: Buffer | undefined;
  let rows = 0;
  for await (const line of linesOf(path)) {
    first ??= line;
    if (last !== undefined) {
      hash.update(last).update('\n');
      if (last !== first && last.at(0) === '['.charCodeAt(0)) rows += 1;
    }
    last = line;
  }
  const head = headOf(path, first);
  const end = endSchema.safeParse(parse(last));
  if (!end.success || end.data.rows !== rows || end.data.sha256 !== hash.digest('hex')) throw damaged(path);
  return { ...head, ...end.data };
}

export type BackupPart = { table: string; columns: string[] } | (string | number | null)[];

/** The tables and rows of a backup that has been checked. */
export async function* readParts(path: string): AsyncGenerator<BackupPart> {
  let isHead = true;
  for await (const line of linesOf(path)) {
    const value = parse(line);
    const row = rowSchema.safeParse(value);
    if (row.success) yield row.data;
    else if (!isHead && !endSchema.safeParse(value).success) yield tableSchema.parse(value);
    isHead = false;
  }
}

function headOf(path: string, line: Buffer | undefined): BackupHead {
  const value = parse(line);
  const head = headSchema.safeParse(value);
  if (head.success) return head.data;
  const named = typeof value === 'object' && value !== null && 'schema' in value ? String(value.schema) : '';
  if (!named.startsWith('plumbline/backup/')) throw noBackup(path);
  if (named !== 'plumbline/backup/1') {
    throw new AppError('BAD_REQUEST', `${path} was written by a newer version of Plumbline. Restore it with that one.`);
  }
  throw damaged(path);
}

function parse(line: Buffer | undefined): unknown {
  try {
    return line === undefined ? undefined : JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The lines of a gzipped file, as bytes; what JSON leaves inside a string, such as U+2028, ends no line. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const unzipped = createGunzip();
  file.on('error', (error) => unzipped.destroy(error));
  let parts: Buffer[] = [];
  try {
    for await (const chunk of file.pipe(unzipped)) {
      const bytes = Buffer.from(chunk);
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...parts, bytes.subarray(from, at)]);
        parts = [];
        from = at + 1;
      }
      parts.push(bytes.subarray(from));
    }
  } catch (error) {
    throw refusalOf(path, error);
  } finally {
    file.destroy();
  }
  if (parts.some(({ length }) => length > 0)) throw damaged(path);
}

function refusalOf(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new AppError('NOT_FOUND', `There is no file ${path}.`);
  if (code === 'EISDIR') return new AppError('BAD_REQUEST', `${path} is a folder. Name the file of a backup.`);
  if (code === 'Z_DATA_ERROR' && error instanceof Error && /header/.test(error.message)) return noBackup(path);
  return code.startsWith('Z_') ? damaged(path) : error;
}

const noBackup = (path: string) => new AppError('BAD_REQUEST', `${path} is not a backup of Plumbline.`);
const damaged = (path: string) =>
  new AppError('BAD_REQUEST', `${path} is damaged or cut short, so nothing of it can be trusted. Use another backup.`);
