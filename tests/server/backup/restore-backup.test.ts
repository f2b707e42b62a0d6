import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/registry.ts';
import { openDatabase } from '#db/open.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { recordSamples } from '#server/evidence/record-samples.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { backUp, findDifferences, type Kind, MAKE, makeFrozen } from '#tests/support/build-backup.ts';
import { makeScratchFolder } from '#tests/support/scratch-folder.ts';
import { START } from '#tests/support/test-context.ts';

const ctxOf = (db: Awaited<ReturnType<typeof openDatabase>>['db']) => ({
  db,
  now: () => new Date(START),
  actor: { kind: 'system' as const, name: 'cli' },
});

/** An empty database that nobody has open. */
async function makeTarget(kind: Kind) {
  const { url, close, remove } = await MAKE[kind]();
  await close();
  onTestFinished(remove);
  return url;
}

async function makeSource(kind: Kind) {
  const { url, close, remove } = await makeFrozen(kind);
  await close();
  onTestFinished(remove);
  return url;
}

async function restoreInto(url: string, path: string, replace = false) {
  const { db, close } = await openDatabase(url);
  try {
    return await restoreBackup(ctxOf(db), { path, replace });
  } finally {
    await close();
  }
}

/** What somebody finds who opens the database again. */
async function lookInto<T>(url: string, look: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>) {
  const { db, close } = await openDatabase(url);
  try {
    return await look(db);
  } finally {
    await close();
  }
}

const countPlatforms = (url: string) =>
  lookInto(url, async (db) => (await db.selectFrom('platform').select('id').execute()).length);

const KINDS: Kind[] = ['sqlite', 'postgres'];
const PAIRS = KINDS.flatMap((from) => KINDS.map((to): [Kind, Kind] => [from, to]));

test.each(PAIRS)('from %s into %s: every frozen quarter comes to the same hashes', async (from, to) => {
  const source = await makeSource(from);
  const target = await makeTarget(to);
  const { path, rows } = await backUp(source);
  expect(await restoreInto(target, path)).toEqual({ rows });
  expect(await lookInto(target, findDifferences)).toEqual({ quarters: 1, differences: [] });
  // and all else is the same, too: another backup differs by the entry that tells of the restore
  const again = await backUp(target);
  const entry = (line: string) => /"backup.restore"/.test(line);
  const lines = (file: string) => gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1, -2);
  expect(lines(again.path).filter((line) => !entry(line))).toEqual(lines(path));
  expect(lines(again.path).filter(entry)).toHaveLength(1);
});

test.each(KINDS)('what is given numbers goes on after those that came in: %s', async (kind) => {
  const { path } = await backUp(await makeSource('sqlite'));
  const target = await makeTarget(kind);
  await restoreInto(target, path);
  const recorded = await lookInto(target, (db) =>
    recordSamples(scoringContext(db), {
      samples: [{ value: { metric: 'change-gap', capability: 'data', at: '2026-11-21T10:00:00Z', value: 0.5 } }],
      idempotency: null,
    }),
  );
  expect(recorded).toEqual({ accepted: 1, rejected: [] });
});

test.each(KINDS)('a database that is in use is left alone: %s', async (kind) => {
  const { path } = await backUp(await makeSource('sqlite'));
  const { url, remove } = await MAKE[kind]();
  onTestFinished(remove);
  await expect(restoreInto(url, path)).rejects.toMatchObject({ name: 'StorageError', reason: 'locked' });
  expect(await countPlatforms(url)).toBe(0);
});

test.each(KINDS)('a database that holds something is replaced only when that is said: %s', async (kind) => {
  const { path } = await backUp(await makeSource('sqlite'));
  const target = await makeSource(kind);
  await lookInto(target, (db) => db.updateTable('platform').set({ name: 'Mine' }).execute());
  await expect(restoreInto(target, path)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await lookInto(target, (db) => db.selectFrom('platform').select('name').execute())).toEqual([
    { name: 'Mine' },
  ]);
  await restoreInto(target, path, true);
  expect(await lookInto(target, (db) => db.selectFrom('platform').select('name').execute())).not.toEqual([
    { name: 'Mine' },
  ]);
  expect(await lookInto(target, findDifferences)).toEqual({ quarters: 1, differences: [] });
});

const text = (path: string) => gunzipSync(readFileSync(path)).toString('utf8');
const damage: [string, (path: string) => Buffer, RegExp][] = [
  ['cut short', (path) => readFileSync(path).subarray(0, -200), /damaged or cut short/],
  ['without its end', (path) => gzipSync(text(path).split('\n').slice(0, -2).join('\n')), /damaged or cut short/],
  ['with a value changed', (path) => gzipSync(text(path).replace('"payments"', '"Payments"')), /damaged or cut short/],
  ['with a row left out', (path) => gzipSync(text(path).replace(/\n\[[^\n]*/, '')), /damaged or cut short/],
  ['that is text', () => Buffer.from('dear diary\n'), /not a backup of Plumbline/],
  ['that is gzipped text', () => gzipSync('dear diary\n'), /not a backup of Plumbline/],
  ['that is empty', () => Buffer.from(''), /damaged or cut short|not a backup/],
  [
    'of a later form',
    (path) => gzipSync(text(path).replace('plumbline/backup/1', 'plumbline/backup/2')),
    /newer version/,
  ],
];

test.each(damage)('a file %s changes nothing', async (_, spoil, message) => {
  const { path } = await backUp(await makeSource('sqlite'));
  const target = await makeSource('sqlite');
  const before = await lookInto(target, (db) => db.selectFrom('auditEntry').selectAll().orderBy('id').execute());
  writeFileSync(path, spoil(path));
  await expect(restoreInto(target, path, true)).rejects.toThrow(message);
  expect(await lookInto(target, (db) => db.selectFrom('auditEntry').selectAll().orderBy('id').execute())).toEqual(
    before,
  );
});

test('a database of a newer version is not restored into an older one', async () => {
  const source = await makeSource('sqlite');
  await lookInto(source, (db) =>
    db.insertInto('migration').values({ name: '9999-what-comes', appliedAt: START }).execute(),
  );
  const { path } = await backUp(source);
  const target = await makeTarget('sqlite');
  await expect(restoreInto(target, path)).rejects.toThrow(
    /newer version of Plumbline \(it has the step "9999-what-comes"\)/,
  );
  expect(await countPlatforms(target)).toBe(0);
});

test.each(KINDS)('rows that do not fit together take the whole restore back: %s', async (kind) => {
  const source = await makeSource('sqlite');
  const { path } = await backUp(source);
  const target = await makeSource(kind);
  // sound as a file, but a capability names a platform that is missing
  const [head = '', ...rest] = text(path).split('\n');
  const body = [head, ...rest.slice(0, -2)].map(
    (line) => `${line.replace(/^\["payments","data"/, '["nobody","data"')}\n`,
  );
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  const rows = body.filter((line) => line.startsWith('[')).length;
  writeFileSync(path, gzipSync(`${body.join('')}${JSON.stringify({ rows, sha256 })}\n`));
  await expect(restoreInto(target, path, true)).rejects.toThrow(/missing|violates/);
  expect(await lookInto(target, findDifferences)).toEqual({ quarters: 1, differences: [] });
});

test('a backup of an older version is brought to today’s schema', async () => {
  const target = await makeTarget('sqlite');
  const folder = makeScratchFolder('plumbline-old-');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const old = `file:${folder}/old.db`;
  await lookInto(old, async (db) => {
    await migrate(db, migrations.slice(0, 8));
    const team = { id: 't', key: 'devex', name: 'DevEx', parentId: null, contact: null, archivedAt: null };
    await db
      .insertInto('team')
      .values({ ...team, createdAt: START })
      .execute();
  });
  const { path } = await backUp(old);
  await restoreInto(target, path);
  await lookInto(target, async (db) => {
    expect(await db.selectFrom('migration').select('name').execute()).toHaveLength(migrations.length);
    expect(await db.selectFrom('team').select('key').execute()).toEqual([{ key: 'devex' }]);
  });
});
