import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { xlsx } from '#server/report-formats/xlsx.ts';
import { AS_OF } from '#tests/support/build-bundle.ts';
import { frozenQuarter, reportSource } from '#tests/support/build-report.ts';

/** The files of a workbook, as text. */
async function open(source = reportSource()) {
  const files = unzipSync(await xlsx.write(source));
  return (name: string) => {
    const file = files[name];
    if (file === undefined) throw new Error(`There is no ${name} in ${Object.keys(files).join(', ')}.`);
    return strFromU8(file);
  };
}

test('it has one sheet for each question that one may ask of a quarter', async () => {
  const read = await open();
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual([
    ...['Summary', 'Cells', 'Criteria', 'Changes', 'Surveys', 'Backlog', 'Ledger', 'Exemptions', 'Method'],
  ]);
});

test('numbers are numbers, days are days, and the head stays in view', async () => {
  const read = await open();
  const summary = read('xl/worksheets/sheet1.xml');
  expect(summary).toContain('state="frozen"');
  // no t="s": a number of days since 1899-12-30, here 2026-06-30
  expect(summary).toMatch(/<c r="B4" s="\d+"><v>46203<\/v>/);
  // nothing is known: 0 % to target, 100 % if all of it turned out well
  expect(summary).toMatch(/<c r="B5" s="\d+"><v>0<\/v>/);
  expect(summary).toMatch(/<c r="B7" s="\d+"><v>1<\/v>/);
  // ten cells below the head
  expect(read('xl/worksheets/sheet2.xml').match(/<row /g)).toHaveLength(11);
});

test('what is unknown is an empty cell, not a zero', async () => {
  const read = await open();
  // confidence and claimed of the first cell
  expect(read('xl/worksheets/sheet2.xml')).not.toMatch(/<c r="[JL]2"[^>]*><v>/);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j as a name stays text', async (name) => {
  const { settings } = frozenQuarter().bundle;
  const capabilities = settings.capabilities.map((one) => ({ ...one, name }));
  const read = await open(reportSource(frozenQuarter({ bundle: { settings: { ...settings, capabilities } } })));
  for (let sheet = 1; sheet <= 9; sheet += 1) expect(read(`xl/worksheets/sheet${sheet}.xml`)).not.toContain('<f>');
  // text stands among the shared strings, and its cells say so
  expect(read('xl/sharedStrings.xml')).toContain(`>${name}<`);
  expect(read('xl/worksheets/sheet2.xml')).toMatch(/<c r="A2"[^>]* t="s">/);
});

test('the same frozen quarter gives the same bytes, whenever it is written', async () => {
  const [first, second] = [await xlsx.write(reportSource()), await xlsx.write(reportSource())];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  // no entry of the zip says when it was made: 1980-01-01 is the earliest time that it can say
  const view = new DataView(first.buffer);
  expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21]);
});

test('no line of it is what XML cannot hold', async () => {
  const read = await open(reportSource(frozenQuarter({ assessment: { note: 'a\u0000\u0008b <&> ]]>' } })));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(read('xl/sharedStrings.xml')).not.toMatch(/[\u0000-\u0008]/);
});

test('the ledger has a row a quarter and one for all; where none was kept only its head', async () => {
  const all = {
    ...{ settled: 6, verified: 5, compared: 5, predicted: 0.1, measured: 0.08, ratio: 0.8, daysToVerify: 12 },
    ...{ error: { estimate: -0.004, low: -0.01, high: 0.002 }, share: null, effort: null },
  };
  const settled = { state: 'verified' as const, predicted: 0.1, measured: 0.08, closedAt: null, settledAt: AS_OF };
  const items = [{ id: 'a', title: 'A', period: '2026-Q2', ...settled, effortDays: null, actualDays: null }];
  const ledger = { needed: 5, items, quarters: [{ period: '2026-Q2', ...all }], all };
  const snapshot = { schema: 'plumbline/backlog/2' as const, platform: 'payments', at: AS_OF, items: [], ledger };
  const sheet = (await open(reportSource(frozenQuarter({ backlog: snapshot }))))('xl/worksheets/sheet7.xml');
  expect(sheet.match(/<row /g)).toHaveLength(3);
  // expected points of the quarter, its ratio, and the mean error: -0.004 of the way is -0.4 points
  for (const cell of [/"E2"[^>]*><v>10</, /"G2"[^>]*><v>0.8</, /"H2"[^>]*><v>-0.4</]) expect(sheet).toMatch(cell);
  expect((await open())('xl/worksheets/sheet7.xml').match(/<row /g)).toHaveLength(1);
});
