import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';

/**
 * What the ingest benchmark compares with: a bare Node server over the same table and durability, without validation,
 * tokens, catalogue, idempotency or provenance. Arguments: the database file. Prints its port.
 */
const ROWS = 100;

const sqlite = new Sqlite(process.argv[2] ?? ':memory:');
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
sqlite.exec(`
  create table series (id integer primary key, name text not null unique);
  create table sample (
    "atMs" bigint not null, "seriesId" integer not null, value double precision not null, "receivedAtMs" bigint not null,
    "runId" integer not null, primary key ("atMs", "seriesId")
  ) without rowid`);
const insertMany = sqlite.prepare(
  `insert into sample values ${Array(ROWS).fill('(?, ?, ?, ?, ?)').join(', ')} on conflict do nothing`,
);
const insertSeries = sqlite.prepare('insert into series (name) values (?) returning id');
const seriesIds = new Map<string, unknown>();

type Sample = { metric: string; capability: string; team: string; at: string; value: number };

function seriesId({ metric, capability, team }: Sample): unknown {
  const name = `${metric}\n${capability}\n${team}`;
  const known = seriesIds.get(name) ?? insertSeries.pluck().get(name);
  seriesIds.set(name, known);
  return known;
}

const store = sqlite.transaction((samples: Sample[]) => {
  for (let from = 0; from < samples.length; from += ROWS) {
    const rows = samples.slice(from, from + ROWS);
    insertMany.run(rows.flatMap((one) => [Date.parse(one.at), seriesId(one), one.value, Date.now(), 1]));
  }
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { samples } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    store(samples);
    response.end(JSON.stringify({ accepted: samples.length }));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address !== 'string') process.stdout.write(`${address.port}\n`);
});
