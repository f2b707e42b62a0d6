import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { makeSqlite } from '#tests/support/databases.ts';

const rename = { name: 'Renamed' };

async function start() {
  const { db, url, remove } = await makeSqlite();
  const other = new Sqlite(url.slice('file:'.length));
  onTestFinished(async () => {
    other.close();
    await remove();
  });
  return { db, other };
}

test.each([
  ['a statement', (db: Awaited<ReturnType<typeof start>>['db']) => db.updateTable('team').set(rename).execute()],
  [
    'a transaction',
    (db: Awaited<ReturnType<typeof start>>['db']) =>
      db.transaction().execute((trx) => trx.updateTable('team').set(rename).execute()),
  ],
])('while %s waits for another writer, this thread goes on', async (_, write) => {
  const { db, other } = await start();
  other.exec('begin immediate');
  let turns = 0;
  let written = false;
  const writing = write(db).then(() => {
    written = true;
  });
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(written).toBe(false);
  // SQLite's own waiting would have left none
  expect(turns).toBeGreaterThan(5);
  other.exec('rollback');
  await writing;
  clearInterval(counting);
  expect(written).toBe(true);
});

test('what is not let in for five seconds is refused as it was', { timeout: 20_000 }, async () => {
  const { db, other } = await start();
  other.exec('begin immediate');
  await expect(db.updateTable('team').set(rename).execute()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
});
