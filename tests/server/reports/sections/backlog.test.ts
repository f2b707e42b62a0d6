import { expect, test } from 'vitest';
import type { BacklogSnapshot } from '#server/backlog/backlog-snapshot.ts';
import type { Ledger } from '#server/backlog/ledger-schema.ts';
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

const one = { settled: 1, verified: 1, compared: 1, predicted: 0.01, measured: 0.02 };
const unsaid = { ratio: null, error: null, share: null, daysToVerify: null, effort: null };

function withLedger(ledger: Partial<Ledger>) {
  const snapshot = { platform: 'payments', at: AS_OF, items: [item('a', { state: 'verified' })] };
  const settled = { state: 'verified' as const, predicted: 0.01, measured: 0.02, closedAt: AS_OF, settledAt: AS_OF };
  const items = [{ id: 'a', title: 'A', period: '2026-Q2', ...settled, effortDays: null, actualDays: null }];
  const all = { ...one, ...unsaid };
  const full = { needed: 5, items, quarters: [{ period: '2026-Q2', ...all }], all, ...ledger };
  return backlog(
    reportMaterial(frozenQuarter({ backlog: { schema: 'plumbline/backlog/2', ...snapshot, ledger: full } })),
  ).blocks;
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

test('with few settled improvements the report does not say how good the estimates are', () => {
  const [, , estimates] = tablesOf(withLedger({}));
  expect(estimates?.title).toContain('1 of 5 improvements');
  expect(estimates?.rows).toEqual([['2026-Q2', '1 of 1', '+1 point', '+2 points', '–', '–', '–']]);
});

test('estimates are held against what came of them, by quarter and together', () => {
  const all = {
    ...{ settled: 6, verified: 5, compared: 5, predicted: 0.1, measured: 0.08, ratio: 0.8, daysToVerify: 12 },
    error: { estimate: -0.004, low: -0.01, high: 0.002 },
    share: { estimate: 0.83, low: 0.5, high: 0.96 },
    effort: { improvements: 4, estimated: 20, actual: 26 },
  };
  const quarters = ['2026-Q2', '2026-Q1'].map((period) => ({ period, ...one, ...unsaid }));
  const [, , estimates] = tablesOf(withLedger({ all, quarters }));
  expect(estimates?.title).toBe('Of 5 settled improvements, +10 points were expected and +8 points measured');
  expect(estimates?.rows.map(([name]) => name)).toEqual(['2026-Q2', '2026-Q1', 'All']);
  expect(estimates?.rows[2]).toEqual([
    ...['All', '5 of 6', '+10 points', '+8 points', '0.8', '−0.4 points (−1 point to +0.2 points)', '26 of 20'],
  ]);
  expect(estimates?.note).toContain('is 12 days');
});

test('a quarter that was frozen before ledgers were kept says nothing of estimates', () => {
  expect(tablesOf(withItems([item('a', { state: 'verified' })]))).toHaveLength(2);
});
