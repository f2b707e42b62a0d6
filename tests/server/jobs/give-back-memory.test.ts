import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { giveBackMemory, makeThriftyGiveBack } from '#server/jobs/give-back-memory.ts';

test('what a stretch of work has left behind is collected', async () => {
  const left = new WeakRef(Array.from({ length: 1_000 }, (_, n) => ({ n })));
  // what was made in this turn is held until the next
  await setImmediate();
  giveBackMemory();
  expect(left.deref()).toBeUndefined();
});

test('nothing else gets hold of the collector', () => {
  giveBackMemory();
  expect(Reflect.get(globalThis, 'gc')).toBeUndefined();
});

test('a thread that answers people collects only what is worth a pause', async () => {
  const giveBack = makeThriftyGiveBack();
  giveBack();
  const little = new WeakRef({ n: 1 });
  await setImmediate();
  giveBack();
  expect(little.deref()).toBeDefined();
  const much = new WeakRef(Array.from({ length: 300_000 }, (_, n) => ({ n, text: `a text of ${n}` })));
  await setImmediate();
  giveBack();
  expect(much.deref()).toBeUndefined();
});
