import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { readRound } from '#server/rating-rounds/read-round.ts';
import { revealRound } from '#server/rating-rounds/reveal-round.ts';
import { backUp, type Kind, MAKE, makeFrozen, SECRET } from '#tests/support/build-backup.ts';
import { openTestRound, rate, roundContext, someone } from '#tests/support/build-rating-round.ts';
import { openSurvey, respondAll, surveyContext } from '#tests/support/build-survey.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const KINDS: Kind[] = ['sqlite', 'postgres'];
const text = (path: string) => gunzipSync(readFileSync(path)).toString('utf8');
/** The rows of one table in a backup, by column. */
function rowsOf(path: string, table: string): Record<string, unknown>[] {
  const lines = text(path).split('\n');
  const start = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  if (start === -1) return [];
  const { columns }: { columns: string[] } = JSON.parse(lines[start] ?? '');
  const rows = lines.slice(start + 1);
  const end = rows.findIndex((line) => !line.startsWith('['));
  return rows
    .slice(0, end)
    .map((line) =>
      Object.fromEntries(JSON.parse(line).map((value: unknown, index: number) => [columns[index], value])),
    );
}

async function made(kind: Kind) {
  const source = await makeFrozen(kind);
  onTestFinished(source.remove);
  return source;
}

test.each(KINDS)('what is written meanwhile is in it as a whole or not at all: %s', async (kind) => {
  const { db, url } = await made(kind);
  let going = true;
  let written = 0;
  // each transaction writes one team above another; a backup that sees half of it cannot be restored
  const writing = (async () => {
    while (going) {
      await db.transaction().execute(async (trx) => {
        const team = { contact: null, createdAt: START, archivedAt: null };
        const [one, two] = [`a-${written}`, `z-${written}`];
        await trx
          .insertInto('team')
          .values({ id: two, key: two, name: two, parentId: null, ...team })
          .execute();
        await trx
          .insertInto('team')
          .values({ id: one, key: one, name: one, parentId: two, ...team })
          .execute();
      });
      written += 1;
      await setImmediate();
    }
  })();
  const backups = [];
  for (let round = 0; round < 5; round += 1) backups.push(await backUp(url));
  going = false;
  await writing;
  expect(written).toBeGreaterThan(5);
  for (const { path } of backups) {
    const names = rowsOf(path, 'team').map(({ id }) => String(id));
    const pairs = (letter: string) => names.filter((id) => id.startsWith(letter)).map((id) => id.slice(2));
    expect(pairs('a')).toEqual(pairs('z'));
  }
});

test.each(KINDS)('it holds no session, and nobody but its owner can read it: %s', async (kind) => {
  const { url } = await made(kind);
  const { path } = await backUp(url);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  for (const table of ['session', 'rateLimit', 'setUpLink']) expect(text(path)).not.toContain(`"table":"${table}"`);
  expect(text(path)).not.toContain(SECRET);
  const withSecret = await backUp(url, { withSecret: true });
  expect(text(withSecret.path).split('\n')[0]).toContain(SECRET);
});

test.each(KINDS)('a survey that is open comes back as a draft, without a trace of its answers: %s', async (kind) => {
  const source = await MAKE[kind]();
  onTestFinished(source.remove);
  const ctx = await surveyContext(source.db, { core: { invited: 8 } });
  const { cycle, tokens } = await openSurvey(ctx, { core: { invited: 8 } });
  await respondAll(ctx, tokens.core, [{ clarity: 4 }, { clarity: 5 }]);
  const { path, openSurveys } = await backUp(source.url);
  expect(openSurveys).toBe(1);
  expect(rowsOf(path, 'surveyCycle')).toMatchObject([{ id: cycle, state: 'draft', opensAt: null, sealKey: null }]);
  expect(rowsOf(path, 'envelope')).toEqual([]);
  expect(rowsOf(path, 'invitation')).toEqual([]);
  expect(rowsOf(path, 'surveyTeam')).toMatchObject([{ key: 'core', invited: 8 }]);

  const all = await backUp(source.url, { withOpenSurveys: true });
  expect(rowsOf(all.path, 'surveyCycle')).toMatchObject([{ state: 'open' }]);
  expect(rowsOf(all.path, 'envelope')).toHaveLength(2);
  expect(rowsOf(all.path, 'invitation')).toHaveLength(8);
});

test.each(KINDS)('a rating round that is open comes back open and empty, and says so: %s', async (kind) => {
  const source = await MAKE[kind]();
  onTestFinished(source.remove);
  const ctx = await roundContext(source.db);
  const [open, revealed] = [await openTestRound(ctx, ['ada', 'ben']), await openTestRound(ctx, ['ada', 'ben'])];
  for (const round of [open, revealed]) {
    await rate(ctx, round, 'ada', [2, 1, 3, 2, 1]);
    await rate(ctx, round, 'ben', [2, 2, 3, 2, 1]);
  }
  await revealRound(ctx, { platform: 'payments', round: revealed });
  // not even with the secret, and beside open surveys
  const { path, openRounds } = await backUp(source.url, { withSecret: true, withOpenSurveys: true });
  expect(openRounds).toBe(1);
  expect(rowsOf(path, 'ratingAssessor').map(({ sealed }) => sealed)).toEqual([null, null, null, null]);
  expect(rowsOf(path, 'rating')).toHaveLength(10);

  const target = await MAKE[kind]();
  onTestFinished(target.remove);
  await target.close();
  const opened = await openDatabase(target.url);
  onTestFinished(opened.close);
  const cli = { db: opened.db, now: () => new Date(START), actor: { kind: 'system' as const, name: 'cli' } };
  await restoreBackup(cli, { path, replace: false });
  const there = { ...testContext(opened.db), secret: ctx.secret, actor: someone('ada') };
  expect(await readRound(there, { platform: 'payments', round: open })).toMatchObject({
    ...{ state: 'open', asked: 2, handedIn: 0, emptiedAt: START },
    mine: { handedIn: false, ratings: [] },
  });
  expect(await readRound(there, { platform: 'payments', round: revealed })).toMatchObject({
    ...{ state: 'revealed', handedIn: 2, emptiedAt: null },
  });
  const again = testContext(opened.db, someone('erin'));
  await rate(again, open, 'ada', [2, 1, 3, 2, 1]);
  await rate(again, open, 'ben', [2, 2, 3, 2, 1]);
  expect((await revealRound(again, { platform: 'payments', round: open })).assessors).toBe(2);
});

test('characters that end a line elsewhere end none here', async () => {
  const source = await made('sqlite');
  const name = 'one\u2028two\u2029three\r\nfour\u0085five 💧';
  await source.db.updateTable('platform').set({ name }).execute();
  const { path } = await backUp(source.url);
  const target = await MAKE.sqlite();
  onTestFinished(target.remove);
  await target.close();
  const opened = await openDatabase(target.url);
  const ctx = { db: opened.db, now: () => new Date(START), actor: { kind: 'system' as const, name: 'cli' } };
  await restoreBackup(ctx, { path, replace: false });
  expect(await opened.db.selectFrom('platform').select('name').execute()).toEqual([{ name }]);
  await opened.close();
});

test('a disk that fills leaves the older backup, and no half one', async () => {
  const { url, db } = await made('sqlite');
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'nightly.gz');
  writeFileSync(path, 'the one of yesterday');
  // random enough not to shrink: more than the shell below lets a file grow
  const rows = Array.from({ length: 400 }, (_, n) => {
    const content = Array.from({ length: 16 }, () => crypto.randomUUID()).join('');
    return { sha256: `${n}`, kind: 'bundle' as const, content };
  });
  await db.insertInto('document').values(rows).execute();
  const command = `trap '' XFSZ; ulimit -f 64; exec "${process.execPath}" server/cli/plumbline.mjs backup "${path}"`;
  const ran = spawnSync('bash', ['-c', command], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: folder },
    encoding: 'utf8',
  });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain('The backup could not be written');
  expect(readFileSync(path, 'utf8')).toBe('the one of yesterday');
  expect(readdirSync(folder)).toEqual(['nightly.gz']);
});

test('a database that is not there is not made', async () => {
  const missing = join(tmpdir(), 'plumbline-nowhere', 'plumbline.db');
  await expect(backUp(`file:${missing}`)).rejects.toMatchObject({ name: 'StorageError', reason: 'unreachable' });
  expect(existsSync(missing)).toBe(false);
});
