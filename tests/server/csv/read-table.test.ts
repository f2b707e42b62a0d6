import { expect, test } from 'vitest';
import { readTable, type TableForm, type TableRow } from '#server/csv/read-table.ts';

const FORM: TableForm = {
  largest: 1024 * 1024,
  columns: ['key', 'name', 'parent'],
  required: ['key', 'name'],
  others: null,
};

async function read(text: string, form = FORM) {
  const all: TableRow[] = [];
  const head = await readTable(text, form, (rows) => {
    all.push(...rows);
  });
  return { head, rows: all };
}
const refused = (text: string, form = FORM) => expect(read(text, form)).rejects;

test('a mark of byte order, semicolons, quotes, blank lines and names in capitals are read as they are meant', async () => {
  const { head, rows } = await read('\ufeffKey;Name;Parent\r\n"a";"A; ""the"" team";\r\n\r\nb;B;a\r\n');
  expect(head).toEqual({ delimiter: ';', columns: ['key', 'name', 'parent'] });
  expect(rows).toEqual([
    { row: 2, cells: ['a', 'A; "the" team', ''], problem: null },
    { row: 4, cells: ['b', 'B', 'a'], problem: null },
  ]);
});

test('a row with more cells than columns has a problem of its own', async () => {
  const { rows } = await read('key,name\na,A,oops\nb,B,,');
  expect(rows.map(({ problem }) => problem)).toEqual(['This row has 3 cells, the first row names 2.', null]);
});

test('a first row of 100 000 columns is refused by its width', async () => {
  const wide = Array.from({ length: 100_000 }, (_, n) => `c${n}`).join(',');
  await refused(`${wide}\n1`).toThrow('This file has 100000 columns; at most 40 are read.');
});

test.each([
  ['', 'This file is empty.'],
  [' \n ', 'This file is empty.'],
  ['key,name\n\u0000', 'not UTF-8'],
  ['key,name\nM\ufffdller', 'not UTF-8'],
  ['name\nA', 'The first row must name the columns key and name. Missing: key.'],
  ['key,name,key\n', '"key" stands twice'],
  ['key,name,=cmd\n', 'There is no column "=cmd" here. Known are key, name and parent.'],
  [`key,name\n${'x'.repeat(1024 * 1024)}`, 'larger than 1 MiB'],
])('%j is refused', async (text, sentence) => {
  await refused(text).toThrow(sentence);
});

test('a quotation mark that is never closed is found before it is read again and again', async () => {
  const text = `key,name\n"a${'x'.repeat(600 * 1024)}`;
  await refused(text).toThrow('Is a quotation mark not closed?');
});
