import { describe, expect, test } from 'vitest';
import type { Item } from '#app/p/[platform]/backlog/_backlog/backlog-data.ts';
import { groupRows, hasWords, isAbout } from '#app/p/[platform]/backlog/_backlog/table-columns.ts';
import { backlogItem as item, itemCriterion as place } from '#tests/support/build-item.ts';

const team = (name: string) => ({ kind: 'team' as const, key: name.toLowerCase(), name, active: true });

describe('searching the backlog', () => {
  test.each([
    ['second', true],
    ['MAINTAINER find', true],
    ['inv-2.b', true],
    ['storage maintainer', true],
    ['maintainers', false],
    ['second ledger', false],
  ])('%j → %s', (words, found) => {
    expect(hasWords(item({ owner: team('Storage') }), words)).toBe(found);
  });

  test('by capability finds what is about it, the platform as a whole by its own name', () => {
    const both = item({ criteria: [place('INV-2.b', 'data'), place('INV-2.a', null)] });
    expect(['data', 'platform', 'messaging'].map((key) => isAbout(both, key))).toEqual([true, true, false]);
    expect(isAbout(item(), 'platform')).toBe(false);
  });
});

describe('grouping the backlog', () => {
  const keysOf = (rows: Item[], group: Parameters<typeof groupRows>[1]) => groupRows(rows, group).map(([key]) => key);

  test('by state keeps the order in which work goes on', () => {
    const rows = (['dropped', 'verified', 'doing', 'proposed'] as const).map((state) => item({ state }));
    expect(keysOf(rows, 'state')).toEqual(['proposed', 'doing', 'verified', 'dropped']);
  });

  test('by owner is by name, nobody at the end', () => {
    const rows = [item(), item({ owner: team('Storage') }), item({ owner: team('Ledger') })];
    expect(keysOf(rows, 'owner')).toEqual(['Ledger', 'Storage', '']);
  });

  test('by capability puts what is about several together', () => {
    const several = item({ criteria: [place('INV-2.b', 'data'), place('INV-2.b', 'apis')] });
    expect(keysOf([item(), several, item({ criteria: [place('INV-2.a', null)] })], 'capability')).toEqual([
      ...['data', 'several', ''],
    ]);
  });

  test('not at all is one group', () => {
    expect(groupRows([item()], 'none')).toHaveLength(1);
  });
});
