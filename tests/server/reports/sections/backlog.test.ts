import { expect, test } from 'vitest';
import type { BacklogSnapshot } from '#server/backlog/backlog-snapshot.ts';
import { backlog } from '#server/reports/sections/backlog.ts';
import { AS_OF } from '#tests/support/build-bundle.ts';
import { frozenQuarter, paragraphsOf, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

type Item = BacklogSnapshot['items'][number];

const effect = (value: number) => ({ asOf: AS_OF, value, low: null, high: null, cells: [] });

function item(id: string, changes: Partial<Item>): Item {
  return {
    ...{ id, title: `Improvement ${id}`, state: 'planned', since: AS_OF, owner: null, dueOn: null, effortDays: null },
    ...{ createdAt: AS_OF, criteria: [], predicted: null, measured: null },
    ...changes,
  };
}

const withItems = (items: Item[]) =>
  backlog(
    reportMaterial(
      frozenQuarter({ backlog: { schema: 'plumbline/backlog/1', platform: 'payments', at: AS_OF, items } }),
    ),
  ).blocks;

test('what is planned is told with its owner, its date and what it should bring', () => {
  const criterion = { criterion: 'INT-2.a', title: 'A form', capability: 'data', capabilityName: 'Data services' };
  const [table] = tablesOf(
    withItems([
      item('a', {
        ...{
          state: 'doing',
          owner: { kind: 'team', key: 'storage', name: 'Storage' },
          dueOn: '2026-12-01',
          effortDays: 4.5,
        },
        ...{ criteria: [criterion], predicted: effect(0.041) },
      }),
      item('b', { predicted: effect(0.01) }),
      item('c', { state: 'dropped', predicted: effect(0.5) }),
    ]),
  );
  // 4.1 + 1.0 points: what was dropped is not counted
  expect(table?.title).toBe('2 improvements are open; counted one by one, they promise +5.1 points');
  expect(table?.rows).toEqual([
    ['Improvement a (INT-2.a)', 'under way', 'Storage', 'Dec 1, 2026', '4.5', '+4.1 points'],
    ['Improvement b', 'planned', 'nobody yet', '–', '–', '+1 point'],
  ]);
});

test('what was finished shows what was expected beside what was measured', () => {
  const measured = { ...effect(0.02), bundleSha256: 'x' };
  const [, ledger] = tablesOf(
    withItems([
      item('a', { state: 'verified', predicted: effect(0.03), measured }),
      item('b', { state: 'not_confirmed', predicted: effect(0.03) }),
    ]),
  );
  expect(ledger?.title).toBe('1 of 2 finished improvements verified by evidence');
  expect(ledger?.rows).toEqual([
    ['Improvement a', 'verified', '+3 points', '+2 points'],
    ['Improvement b', 'not confirmed', '+3 points', '–'],
  ]);
});

test('a quarter from before backlogs were kept says so, and an empty one as well', () => {
  expect(paragraphsOf(backlog(reportMaterial()).blocks)).toEqual([
    expect.stringContaining('before backlogs were kept'),
  ]);
  expect(paragraphsOf(withItems([]))).toEqual([expect.stringContaining('Nobody had planned')]);
});
