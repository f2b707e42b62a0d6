import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importCsv } from '#server/evidence/import-csv.ts';
import { previewCsv } from '#server/evidence/preview-csv.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { type MakeDatabase, makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

async function given(makeDb: MakeDatabase) {
  const db = await makeDb();
  await insertPlatformWithCapabilities(db);
  return testContext(db, person('editor'));
}
const HEAD = 'metric,capability,team,at,value,channel';
const GOOD = 'channel-share,build-test,,2026-11-21,0.25,api';
const lines = (...rows: string[]) => [HEAD, ...rows].join('\n');
const file = (csv: string) => ({ platform: 'payments', csv, fileName: 'november.csv' });
const look = (csv: string) => ({ platform: 'payments', csv });

onBothDatabases('CSV upload', (makeDb) => {
  test('keeps the good rows, names the bad ones, and says where the values came from', async () => {
    const ctx = await given(makeDb);
    const imported = await importCsv(ctx, file(lines(GOOD, 'channel-share,build-test,,2026-11-21,80 %,cli', '', GOOD)));
    expect(imported).toEqual({
      accepted: 2,
      rejected: 1,
      problems: [{ row: 3, reason: 'value: "80 %" is not a number; write 0.8 or 120.' }],
    });
    expect(ctx.rescored).toEqual(['payments']);
    const rows = await ctx.db.selectFrom('sample').innerJoin('series', 'series.id', 'seriesId').selectAll().execute();
    expect(rows.map(({ value, labels, atMs }) => [value, labels, atMs])).toEqual([
      [0.25, '{"channel":"api"}', Date.parse('2026-11-21T00:00:00Z')],
    ]);
    expect(await ctx.db.selectFrom('sourceRun').selectAll().execute()).toMatchObject([
      { source: 'csv-upload', origin: 'november.csv', accepted: 2, rejected: 1, finishedAtMs: ctx.now().getTime() },
    ]);
    const audit = await ctx.db.selectFrom('auditEntry').select(['action', 'subject', 'detail']).execute();
    expect(audit).toEqual([
      { action: 'evidence.import-csv', subject: 'november.csv', detail: '{"run":1,"accepted":2,"rejected":1}' },
    ]);
  });

  test('a preview writes nothing and says what an import would do', async () => {
    const ctx = await given(makeDb);
    const csv = lines(GOOD, 'nonsense,build-test,,2026-11-21,1,');
    expect(await previewCsv(ctx, look(csv))).toEqual({
      delimiter: ',',
      columns: ['metric', 'capability', 'team', 'at', 'value', 'channel'],
      good: 1,
      bad: 1,
      first: [
        { row: 2, cells: GOOD.split(','), reason: null },
        {
          row: 3,
          cells: ['nonsense', 'build-test', '', '2026-11-21', '1', ''],
          reason: 'metric: "nonsense" is not in the metric catalogue of this platform.',
        },
      ],
      problems: [{ row: 3, reason: 'metric: "nonsense" is not in the metric catalogue of this platform.' }],
    });
    for (const table of ['sample', 'series', 'sourceRun', 'auditEntry'] as const) {
      expect(await ctx.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });

  test('a file of many pieces arrives whole, and again changes nothing', async () => {
    const ctx = await given(makeDb);
    const rows = Array.from({ length: 12_000 }, (_, index) => {
      const at = new Date(Date.parse('2026-01-01T00:00:00Z') + index * 60_000).toISOString();
      return `channel-share,build-test,,${at},0.5,"ch ""${index % 4}"""`;
    });
    const csv = lines(...rows);
    expect(await importCsv(ctx, file(csv))).toEqual({ accepted: 12_000, rejected: 0, problems: [] });
    expect(await importCsv(ctx, file(csv))).toEqual({ accepted: 12_000, rejected: 0, problems: [] });
    const { count } = await ctx.db
      .selectFrom('sample')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(12_000);
    expect(await ctx.db.selectFrom('replacedSample').selectAll().execute()).toEqual([]);
  });

  test.each(['viewer', 'owner'] as const)('a %s may neither look nor import', async (role) => {
    const ctx = (await given(makeDb)).as(person(role));
    await expect(previewCsv(ctx, look(lines(GOOD)))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(importCsv(ctx, file(lines(GOOD)))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the reader of CSV', () => {
  const makeDb: MakeDatabase = async () => {
    const made = await makeSqlite();
    onTestFinished(made.remove);
    return made.db;
  };

  test.each([
    ['a BOM', `\ufeff${lines(GOOD)}`],
    ['Windows line ends', lines(GOOD).replaceAll('\n', '\r\n')],
    ['semicolons and a decimal comma', lines(GOOD).replaceAll(',', ';').replace('0.25', '0,25')],
    ['tabs', lines(GOOD).replaceAll(',', '\t')],
    ['quotes around everything', lines(GOOD).replace(/[^,\n]+/g, '"$&"')],
    ['a header in capitals and with spaces', lines(GOOD).replace(HEAD, ' Metric , Capability,TEAM,At,Value,channel')],
    ['empty lines at the end', `${lines(GOOD)}\n\n,,,,,\n`],
  ])('takes a file with %s', async (_, csv) => {
    const ctx = await given(makeDb);
    expect(await previewCsv(ctx, look(csv))).toMatchObject({ good: 1, bad: 0, problems: [] });
  });

  test.each([
    ['=1+1,build-test,,2026-11-21,0.5,', 'metric: "=1+1" is a formula.'],
    ['channel-share,build-test,,2026-11-21,0.5,=HYPERLINK("x")', 'channel: "=HYPERLINK("x")" is a formula.'],
    ['channel-share,build-test,,2026-11-21,=1+1,api', 'value: "=1+1" is not a number; write 0.8 or 120.'],
    ['channel-share,build-test,,2026-11-21,NaN,api', 'value: "NaN" is not a number; write 0.8 or 120.'],
    ['channel-share,build-test,,2026-11-21,Infinity,api', 'value: "Infinity" is not a number; write 0.8 or 120.'],
    ['channel-share,build-test,,2026-11-21,1e999,api', 'value: a finite number is needed'],
    ['channel-share,build-test,,2026-11-21,,api', 'value: this cell is empty.'],
    ['channel-share,build-test,,21.11.2026,0.5,api', 'at: write an RFC 3339 time such as "2026-11-22T12:00:00Z".'],
    ['channel-share,build-test,,2026-11-21,0.5,api,more', 'This row has 7 cells, the first row names 6.'],
    ['channel-share,build-test', 'at: this cell is empty.'],
    ['channel-share,build-test,,2026-11-21,0.5,"api', 'Quoted field unterminated'],
  ])('names a bad row: %s', async (row, reason) => {
    const ctx = await given(makeDb);
    const { good, problems } = await previewCsv(ctx, look(lines(GOOD, row)));
    expect({ good, problems }).toEqual({ good: 1, problems: [{ row: 3, reason }] });
  });

  test.each([
    ['', 'This file is empty.'],
    ['metric,value\nx,1', 'The first row must name the columns metric, at and value. Missing: at.'],
    [`${HEAD},value\n`, 'The column "value" stands twice in the first row.'],
    [`${HEAD},=cmd\n`, '"=cmd" cannot be the name of a column'],
    [`${HEAD}\n\u0000`, 'This file is not UTF-8.'],
    [`${HEAD}\n\ufffd`, 'This file is not UTF-8.'],
    [Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(','), 'This file has 100000 columns'],
    ['x'.repeat(16 * 1024 * 1024 + 1), 'This file is larger than 16 MiB. Split it.'],
  ])('refuses a file that is no list of values: %.30s', async (csv, message) => {
    const ctx = await given(makeDb);
    await expect(importCsv(ctx, file(csv))).rejects.toThrow(message);
    expect(await ctx.db.selectFrom('sourceRun').selectAll().execute()).toEqual([]);
  });

  test('rows full of another delimiter do not change how the header is read', async () => {
    const ctx = await given(makeDb);
    expect(await previewCsv(ctx, look(`${HEAD}\n;;;;;;`))).toMatchObject({ good: 0, bad: 1 });
  });

  test('whatever text arrives, it is refused or every row is accounted for', async () => {
    const ctx = await given(makeDb);
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => {
        const { good, bad } = await previewCsv(ctx, look(`${HEAD}\n${text.replaceAll('\u0000', '')}`));
        expect(good + bad).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
