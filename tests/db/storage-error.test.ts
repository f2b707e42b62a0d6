import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { storageErrorOf } from '#db/storage-error.ts';
import { problemOf } from '#server/rest/problem.ts';
import { makePostgres, makeSqlite } from '#tests/support/databases.ts';

async function made(make: typeof makeSqlite) {
  const database = await make();
  onTestFinished(database.remove);
  return database;
}
const fileOf = (url: string) => url.slice('file:'.length);
const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const audit = (detail: string) => ({
  id: crypto.randomUUID(),
  at: '',
  actorKind: 'system' as const,
  actorId: null,
  actorName: '',
  action: 'test',
  platformId: null,
  subject: null,
  detail,
});

test('a database that another program holds is reported as locked', async () => {
  const { url, close } = await made(makeSqlite);
  await close();
  const other = new Sqlite(fileOf(url));
  other.exec('begin exclusive');
  await expect(openDatabase(url)).rejects.toMatchObject({ reason: 'locked', message: /locked by another program/ });
  other.close();
});

test('a file that cannot be written is reported as read-only', async () => {
  const { url } = await made(makeSqlite);
  const readOnly = new Sqlite(fileOf(url), { readonly: true });
  const error = await caught((async () => readOnly.exec('begin immediate; pragma user_version = 1'))());
  readOnly.close();
  expect(storageErrorOf(error)?.reason).toBe('read-only');
});

test('a full disk is reported as full, loses nothing that was stored, and is over when there is space again', async () => {
  const { db } = await made(makeSqlite);
  await db.insertInto('auditEntry').values(audit('before')).execute();
  await sql`pragma max_page_count = 1`.execute(db);
  const error = await caught(
    db
      .insertInto('auditEntry')
      .values(audit('x'.repeat(2_000_000)))
      .execute(),
  );
  expect(storageErrorOf(error)?.reason).toBe('full');
  expect(problemOf(error)).toMatchObject({ status: 503, detail: /disk of the database is full/ });
  await sql`pragma max_page_count = 1000000`.execute(db);
  await db.insertInto('auditEntry').values(audit('after')).execute();
  const rows = await db.selectFrom('auditEntry').select('detail').orderBy('detail').execute();
  expect(rows.map(({ detail }) => detail)).toEqual(['after', 'before']);
});

test('a PostgreSQL that may only be read is reported as read-only', async () => {
  const { db } = await made(makePostgres);
  const error = await caught(
    db.transaction().execute(async (trx) => {
      await sql`set transaction read only`.execute(trx);
      await trx.insertInto('auditEntry').values(audit('x')).execute();
    }),
  );
  expect(storageErrorOf(error)?.reason).toBe('read-only');
});

test('a PostgreSQL that is not there, or has no such database, is reported in one sentence', async () => {
  const nowhere = openDatabase('postgres://postgres@127.0.0.1:1/plumbline');
  await expect(nowhere).rejects.toMatchObject({ reason: 'unreachable', message: /cannot be reached/ });
  const { url } = await made(makePostgres);
  const other = new URL(url);
  other.pathname = '/no_such_database';
  await expect(openDatabase(other.href)).rejects.toMatchObject({ reason: 'refused' });
});

test('an error of ours is not taken for one of the database', () => {
  expect(storageErrorOf(new TypeError('x is not a function'))).toBeNull();
  expect(storageErrorOf(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBeNull();
  expect(storageErrorOf('locked')).toBeNull();
});
