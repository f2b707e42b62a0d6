import { afterEach, beforeEach, expect } from 'vitest';

const written: unknown[][] = [];
const original = console.error;

beforeEach(() => {
  written.length = 0;
  console.error = (...parts: unknown[]) => {
    written.push(parts);
    original(...parts);
  };
});

/** Nothing that the product says to the error console goes unseen. */
afterEach(() => {
  console.error = original;
  expect(written, 'console.error was called').toEqual([]);
});
