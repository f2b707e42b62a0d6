import { expect, test } from 'vitest';
import { orderRows, rowOfItem } from '#app/p/[platform]/backlog/timeline/_timeline/timeline-rows.ts';
import { backlogItem as item } from '#tests/support/build-item.ts';

const today = '2026-11-22';

test('what is worked on has begun and has no end yet', () => {
  const row = rowOfItem(item({ state: 'doing', startedAt: '2026-11-02T08:00:00.000Z', dueOn: '2026-11-20' }), today);
  expect(row).toMatchObject({
    spans: [{ kind: 'work', from: '2026-11-02', to: today, open: true }],
    ...{ due: '2026-11-20', overdue: true, settled: null },
  });
});

test('what is done waits for evidence until it is settled', () => {
  const done = { startedAt: '2026-10-01T08:00:00.000Z', closedAt: '2026-10-20T08:00:00.000Z', dueOn: '2026-10-15' };
  const work = { kind: 'work', from: '2026-10-01', to: '2026-10-20', open: false };
  expect(rowOfItem(item({ state: 'done', ...done }), today)).toMatchObject({
    spans: [work, { kind: 'wait', from: '2026-10-20', to: today, open: true }],
    overdue: false,
  });
  expect(rowOfItem(item({ state: 'verified', since: '2026-11-05T10:00:00.000Z', ...done }), today)).toMatchObject({
    spans: [work, { kind: 'wait', from: '2026-10-20', to: '2026-11-05', open: false }],
    settled: '2026-11-05',
  });
});

test('what was put back has no work that goes on, and what has no date or was dropped no row', () => {
  expect(rowOfItem(item({ state: 'planned', startedAt: '2026-11-02T08:00:00.000Z' }), today)).toBeNull();
  expect(rowOfItem(item(), today)).toBeNull();
  expect(rowOfItem(item({ state: 'dropped', dueOn: '2026-11-30' }), today)).toBeNull();
  expect(rowOfItem(item({ dueOn: '2026-11-30' }), today)).toMatchObject({
    spans: [],
    due: '2026-11-30',
    overdue: false,
  });
});

test('campaigns come first, then what begins or is due earlier', () => {
  const rows = ['2026-12-31', '2026-11-30'].flatMap((dueOn) => rowOfItem(item({ id: dueOn, dueOn }), today) ?? []);
  const campaign = { ...rows[0], id: 'campaign', kind: 'campaign' as const };
  const [first] = rows;
  if (first === undefined) throw new Error('no row');
  expect(orderRows([...rows, { ...first, ...campaign }]).map(({ id }) => id)).toEqual([
    'campaign',
    '2026-11-30',
    '2026-12-31',
  ]);
});
