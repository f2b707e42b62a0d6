import { expect, test } from 'vitest';
import { moveInGrid } from '#app/p/[platform]/_overview/move-in-grid.ts';

const SIZE = { rows: 13, columns: 6 };
const at = { row: 4, column: 2 };

test.each([
  ['ArrowUp', { row: 3, column: 2 }],
  ['ArrowDown', { row: 5, column: 2 }],
  ['ArrowLeft', { row: 4, column: 1 }],
  ['ArrowRight', { row: 4, column: 3 }],
  ['Home', { row: 4, column: 0 }],
  ['End', { row: 4, column: 5 }],
])('%s moves inside the grid', (key, to) => {
  expect(moveInGrid(key, at, SIZE)).toEqual(to);
});

test('with Ctrl, Home and End go to the corners', () => {
  expect(moveInGrid('Home', at, SIZE, true)).toEqual({ row: 0, column: 0 });
  expect(moveInGrid('End', at, SIZE, true)).toEqual({ row: 12, column: 5 });
});

test('nothing leads out of the grid, and other keys lead nowhere', () => {
  expect(moveInGrid('ArrowUp', { row: 0, column: 0 }, SIZE)).toEqual({ row: 0, column: 0 });
  expect(moveInGrid('ArrowRight', { row: 12, column: 5 }, SIZE)).toEqual({ row: 12, column: 5 });
  expect(moveInGrid('Enter', at, SIZE)).toBeNull();
});
