import { expect, test } from 'vitest';
import { csvField, plainField, writeCsv } from '#server/csv/write-csv.ts';

test.each([
  ['=cmd|calc', "'=cmd|calc"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', "' =1"],
  ['=1,2', '"\'=1,2"'],
])('%j does not run in a spreadsheet', (text, field) => {
  expect(csvField(text)).toBe(field);
});

test.each([
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
  [-0.5, '-0.5'],
  [null, ''],
])('%j is written as %j', (value, field) => {
  expect(csvField(value)).toBe(field);
});

test.each(['=cmd', '@devex', '+49 30', "'quoted'", 'plain', ' =1'])('%j comes back as it was', (text) => {
  expect(plainField(csvField(text))).toBe(text);
});

test('lines end as RFC 4180 says', () => {
  expect(
    writeCsv([
      ['key', 'weight'],
      ['a', 1.5],
    ]),
  ).toBe('key,weight\r\na,1.5\r\n');
});
