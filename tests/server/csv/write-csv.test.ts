import { expect, test } from 'vitest';
import { csvField, plainField, writeCsv } from '#server/csv/write-csv.ts';

test.each([
  ['=cmd|calc', "'=cmd|calc"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  [' =1', "' =1"],
  ['=1,2', '"\'=1,2"'],
  // where lists are separated by semicolons a spreadsheet cuts at these, whatever stands in quotation marks
  ["x;=1+cmd|' /C calc'!A0", "x;'=1+cmd|' /C calc'!A0"],
  ['say "hi"; @SUM(A1)', '"say ""hi""; \'@SUM(A1)"'],
  ['a\r\n=1+1', '"a\r\n\'=1+1"'],
  ["a\n-1+cmd|'/C calc'!A0", "\"a\n'-1+cmd|'/C calc'!A0\""],
])('%j does not run in a spreadsheet', (text, field) => {
  expect(csvField(text)).toBe(field);
});

test.each([
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
  ['next:\n- this\n- that; +49 30', '"next:\n- this\n- that; +49 30"'],
  [-0.5, '-0.5'],
  [null, ''],
])('%j is written as %j', (value, field) => {
  expect(csvField(value)).toBe(field);
});

test.each(['=cmd', '@devex', '+49 30', "'quoted'", 'plain', ' =1', 'a;=1', ';+f(1)'])(
  '%j comes back as it was',
  (text) => {
    expect(plainField(csvField(text))).toBe(text);
  },
);

test('lines end as RFC 4180 says', () => {
  expect(
    writeCsv([
      ['key', 'weight'],
      ['a', 1.5],
    ]),
  ).toBe('key,weight\r\na,1.5\r\n');
});
