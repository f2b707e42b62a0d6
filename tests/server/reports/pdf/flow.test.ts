import { expect, test } from 'vitest';
import { flow } from '#server/reports/pdf/flow.ts';

const LONG = 'a'.repeat(40);

test('only the word that is too long for a line is broken', () => {
  expect(flow(`It computes ${LONG} anew, every time`)).toEqual({
    text: [{ text: 'It computes ' }, { text: `${LONG} `, wordBreak: 'break-all' }, { text: 'anew, every time' }],
  });
});

test('words of an ordinary length, and a hash by itself, stay as they are', () => {
  const hash = '0123456789abcdef'.repeat(4);
  for (const text of ['It computes everything anew', 'a-word-of-many-parts-each-of-which-is-short', hash, '']) {
    expect(flow(text)).toEqual({ text });
  }
});
