import { execFile } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dialectOf } from '#db/dialects/dialect-of.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/registry.ts';
import { openDatabase } from '#db/open.ts';
import { makePostgres, makeSqlite, onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the schema', (makeDb, dialect) => {
  test('every migration is applied once, in the order of its name', async () => {
    const db = await makeDb();
    await migrate(db);
    const rows = await db.selectFrom('migration').select('name').orderBy('name').execute();
    expect(rows.map((row) => row.name)).toEqual(migrations.map((step) => step.name));
    expect(rows.map((row) => row.name)).toEqual(rows.map((row) => row.name).toSorted());
  });

  test('a database of a newer version is refused with one clear sentence and left alone', async () => {
    const db = await makeDb();
    await db.insertInto('migration').values({ name: '9999-from-the-future', appliedAt: '' }).execute();
    await expect(migrate(db)).rejects.toThrow(/newer version of Plumbline \(it has the step "9999-from-the-future"\)/);
  });

  test('a step that fails leaves nothing behind, of itself or of the steps before it', async () => {
    const db = await makeDb();
    const good = {
      name: '9001-good',
      up: async (trx: typeof db) => void (await sql`create table good (id integer)`.execute(trx)),
    };
    const bad = { name: '9002-bad', up: async (trx: typeof db) => void (await sql`create tabel bad`.execute(trx)) };
    await expect(migrate(db, [...migrations, good, bad])).rejects.toThrow(/tabel/);
    await expect(sql`select * from good`.execute(db)).rejects.toThrow(/good/);
    await migrate(db);
  });

  test('counts, sums and times come back as numbers', async () => {
    const db = await makeDb();
    expect(dialectOf(db)).toBe(dialect);
    const values = { source: 'test', origin: 'test', accepted: 2, rejected: 0, error: null, platformId: null };
    await db
      .insertInto('sourceRun')
      .values({ ...values, startedAtMs: 1_790_000_000_000, finishedAtMs: null })
      .execute();
    const row = await db
      .selectFrom('sourceRun')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number>('startedAtMs').as('sum')])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ count: 1, sum: 1_790_000_000_000 });
  });
});

const start = `
  const { openDatabase } = await import('#db/open.ts');
  const { migrate } = await import('#db/migrate.ts');
  const { db, close } = await openDatabase(process.argv[1]);
  await migrate(db);
  await close();
`;

test.each([
  ['SQLite', makeSqlite],
  ['PostgreSQL', makePostgres],
])('three processes that start at once on %s all find the newest schema', async (_, make) => {
  const made = await make();
  await made.db.deleteFrom('migration').where('name', '=', '0007-jobs').execute();
  await made.db.schema.dropTable('job').execute();
  const startOne = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', start, made.url]);
  await Promise.all([startOne(), startOne(), startOne()]);
  expect(await made.db.selectFrom('job').selectAll().execute()).toEqual([]);
  await made.remove();
});

test('a database file is readable by its owner alone', async () => {
  const made = await makeSqlite();
  await made.db.insertInto('migration').values({ name: 'x', appliedAt: '' }).execute();
  const file = made.url.slice('file:'.length);
  for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  await made.remove();
});

test('a file that is no database is refused with one clear sentence', async () => {
  const made = await makeSqlite();
  const file = join(made.url.slice('file:'.length), '..', 'letter.db');
  writeFileSync(
    file,
    'Dear database, this is a letter, and it is longer than the header of a database file would be. '.repeat(20),
  );
  await expect(openDatabase(`file:${file}`)).rejects.toThrow('is damaged, or is not a database');
  await made.remove();
});
