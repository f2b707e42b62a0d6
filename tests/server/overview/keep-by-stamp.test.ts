import { expect, test } from 'vitest';
import { keepByStamp } from '#server/overview/keep-by-stamp.ts';

test('what has the same stamp is made once, and anew when the stamp changes', async () => {
  const keep = keepByStamp<string>(2);
  const made: string[] = [];
  const make = (text: string) => async () => {
    made.push(text);
    return text;
  };
  expect(await keep('a', '1', make('a1'))).toBe('a1');
  expect(await keep('a', '1', make('never'))).toBe('a1');
  expect(await keep('a', '2', make('a2'))).toBe('a2');
  expect(made).toEqual(['a1', 'a2']);
});

test('the key that was made longest ago makes room', async () => {
  const keep = keepByStamp<number>(2);
  for (const [index, key] of ['a', 'b', 'c'].entries()) await keep(key, '1', async () => index);
  expect(await keep('b', '1', async () => 9)).toBe(1);
  expect(await keep('a', '1', async () => 9)).toBe(9);
});

test('what could not be made is not kept', async () => {
  const keep = keepByStamp<number>(2);
  const fail = () => Promise.reject(new Error('not now'));
  await expect(keep('a', '1', fail)).rejects.toThrow('not now');
  expect(await keep('a', '1', async () => 1)).toBe(1);
});
