import { describe, expect, test } from 'vitest';
import { receiveCsv } from '#server/evidence/receive-csv.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

const DOOR = 'http://127.0.0.1:3000/api/evidence/payments/csv';
const CSV =
  'metric,capability,at,value\nself-service-rate,build-test,2026-11-21,0.5\nself-service-rate,build-test,soon,1';

const post = (body: BodyInit, query = '') => new Request(`${DOOR}${query}`, { method: 'POST', body });

onBothDatabases('the door for files of samples', (makeDb) => {
  async function given() {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    return testContext(db, person('editor'));
  }

  test('a preview says what an import then does', async () => {
    const ctx = await given();
    const preview = await receiveCsv(ctx, post(CSV), { platform: 'payments', store: false });
    expect(await preview.json()).toMatchObject({ good: 1, bad: 1, problems: [{ row: 3 }] });
    expect(await ctx.db.selectFrom('sample').selectAll().execute()).toEqual([]);
    const name = encodeURIComponent('novémber.csv');
    const stored = await receiveCsv(ctx, post(CSV, `?fileName=${name}`), { platform: 'payments', store: true });
    expect(await stored.json()).toMatchObject({ accepted: 1, rejected: 1, problems: [{ row: 3 }] });
    expect(await ctx.db.selectFrom('sourceRun').select('origin').execute()).toEqual([{ origin: 'novémber.csv' }]);
  });

  test('a file that is cut into pieces is stored as a whole', async () => {
    const ctx = await given();
    const rows = Array.from({ length: 2_500 }, (_, n) => {
      const at = new Date(Date.parse('2026-11-01T00:00:00Z') + n * 60_000).toISOString();
      return `self-service-rate,build-test,team-${n % 3},${at},${n % 2}`;
    });
    const csv = `metric,capability,team,at,value\n${rows.join('\n')}`;
    const stored = await receiveCsv(ctx, post(csv), { platform: 'payments', store: true });
    expect(await stored.json()).toEqual({ accepted: 2_500, rejected: 0, problems: [] });
    const { sum } = await ctx.db
      .selectFrom('sample')
      .select((eb) => eb.fn.sum<number>('value').as('sum'))
      .executeTakeFirstOrThrow();
    expect(Number(sum)).toBe(1_250);
  });
});

describe('what is sent to it', () => {
  test.each([
    ['not UTF-8', new Uint8Array([109, 101, 0xff, 10]), 'BAD_REQUEST'],
    ['too large', new Uint8Array(18 * 1024 * 1024), 'PAYLOAD_TOO_LARGE'],
  ])('%s is refused', async (_, body, code) => {
    const { db, remove } = await makeSqlite();
    await insertPlatformWithCapabilities(db);
    const receiving = receiveCsv(testContext(db, person('editor')), post(body), { platform: 'payments', store: true });
    await expect(receiving).rejects.toMatchObject({ code });
    await remove();
  });

  test('by somebody who may not is not even read', async () => {
    const { db, remove } = await makeSqlite();
    await insertPlatformWithCapabilities(db);
    for (const actor of [person('viewer'), { kind: 'anonymous' as const }]) {
      const request = post(CSV);
      const receiving = receiveCsv(testContext(db, actor), request, { platform: 'payments', store: true });
      await expect(receiving).rejects.toMatchObject({ name: 'AppError' });
      expect(request.bodyUsed).toBe(false);
    }
    await remove();
  });
});
