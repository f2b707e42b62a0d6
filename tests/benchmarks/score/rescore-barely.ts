import Sqlite from 'better-sqlite3';
import { numberAt, type PackedDay, unpackDay } from '#db/packed-days.ts';

const TOGETHER = 50;
/** About what a stored scorecard and a daily row take. */
const [ROW, DAY] = ['s'.repeat(5_100), 'd'.repeat(3_600)];

/**
 * The least that a full re-score could do: reads every packed day, compares every value with one number, and writes one row for
 * the scorecard and one for the day, in as many transactions. No claims, no windows, no levels, no flips.
 */
export function rescoreBarely(url: string, ids: readonly string[]): number {
  const db = new Sqlite(url.slice('file:'.length));
  db.pragma('synchronous = FULL');
  db.exec('create table if not exists bare (id text, kind text, content text, primary key (id, kind))');
  const read = db.prepare<[string], { day: number; packed: string }>(
    'select day, packed from "packedDay" where "platformId" = ?',
  );
  const write = db.prepare('insert or replace into bare values (?, ?, ?)');
  let met = 0;
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER);
    for (const id of some) for (const { day, packed } of read.all(id)) met += countAbove(unpackDay(day, packed));
    db.transaction(() => {
      for (const id of some) {
        write.run(id, 'scorecard', `${ROW}${met}`);
        write.run(id, 'day', `${DAY}${met}`);
      }
    })();
  }
  db.close();
  return met;
}

function countAbove({ rows, last }: PackedDay): number {
  let met = 0;
  for (let row = 0; row < rows; row++) met += +(numberAt(last, row) >= 0.5);
  return met;
}
