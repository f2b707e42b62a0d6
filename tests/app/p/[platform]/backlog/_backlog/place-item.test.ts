import { describe, expect, test } from 'vitest';
import { keepSame, placeItem, stepInState } from '#app/p/[platform]/backlog/_backlog/place-item.ts';

const list = [
  { id: 'a', state: 'proposed' },
  { id: 'b', state: 'proposed' },
  { id: 'c', state: 'planned' },
  { id: 'd', state: 'proposed' },
] as const;
const shown = (items: readonly { id: string; state: string }[]) => items.map(({ id, state }) => `${id} ${state}`);

describe('a card that moves', () => {
  test('comes to the end of its new state', () => {
    const after = placeItem(list, { id: 'a', state: 'planned' });
    expect(shown(after)).toEqual(['b proposed', 'c planned', 'd proposed', 'a planned']);
  });

  test('comes before another card', () => {
    expect(shown(placeItem(list, { id: 'd', state: 'proposed', before: 'b' }))).toEqual([
      ...['a proposed', 'd proposed', 'b proposed', 'c planned'],
    ]);
  });

  test('leaves the list as it is when it has gone meanwhile', () => {
    expect(placeItem(list, { id: 'z', state: 'planned' })).toEqual(list);
  });
});

describe('one step within a state', () => {
  test('goes past the neighbours of that state alone', () => {
    expect(stepInState(list, 'd', 'up')).toEqual({ before: 'b' });
    expect(stepInState(list, 'a', 'down')).toEqual({ before: 'd' });
    expect(stepInState(list, 'b', 'down')).toEqual({ before: undefined });
  });

  test('ends at the ends', () => {
    expect(stepInState(list, 'a', 'up')).toBeNull();
    expect(stepInState(list, 'd', 'down')).toBeNull();
    expect(stepInState(list, 'c', 'up')).toBeNull();
    expect(stepInState(list, 'z', 'down')).toBeNull();
  });
});

test('what has not changed stays the same object, so that it need not be drawn anew', () => {
  const before = [
    { id: 'a', version: 1 },
    { id: 'b', version: 1 },
  ];
  const [a, b, c] = keepSame(before, [
    { id: 'a', version: 1 },
    { id: 'b', version: 2 },
    { id: 'c', version: 1 },
  ]);
  expect([a === before[0], b === before[1]]).toEqual([true, false]);
  expect([b, c]).toEqual([
    { id: 'b', version: 2 },
    { id: 'c', version: 1 },
  ]);
});
