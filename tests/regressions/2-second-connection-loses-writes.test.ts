import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { makeSqlite } from '#tests/support/databases.ts';

/**
 * Closing any descriptor of a file drops all locks that a process holds on it. A second connection of one process (the worker
 * thread) that opened and closed the file let another program (an older sqlite3 shell, a backup) take itself for the last
 * one and delete the log under us: every later write was lost without an error.
 */
test('no other program can take the file for itself after a second connection was opened', async () => {
  const made = await makeSqlite();
  const second = await openDatabase(made.url);
  try {
    expect(takeElsewhere(made.url)).toBe('database is locked');
  } finally {
    await second.close();
    await made.remove();
  }
});

/** What a program is told that wants the file for itself, as the last one to close it does. */
function takeElsewhere(url: string): string {
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
    db.pragma('locking_mode = exclusive');
    try { db.prepare('select count(*) from team').get(); console.log('taken'); } catch (error) { console.log(error.message); }`;
  return execFileSync(process.execPath, ['-e', script, url.slice('file:'.length)], { encoding: 'utf8' }).trim();
}
