import { expect, test } from 'vitest';
import { type ChartKey, charts } from '#app/_charts/registry.ts';
import { textFor } from '#app/_messages/registry.ts';

const t = textFor('en');
const keys: ChartKey[] = ['campaign-progress', 'level-history', 'metric-series', 'percent-trend', 'two-views'];

test('every chart is listed under its key', () => {
  expect(Object.keys(charts)).toEqual(keys);
  expect(Object.values(charts).map(({ key }) => key)).toEqual(keys);
});

test.each(keys)('%s has a title, a unit, a drawing and the table behind it', async (key) => {
  expect(t(`charts.${key}.title`)).not.toBe('');
  expect(t(`charts.${key}.unit`)).not.toBe('');
  const { Drawing, Table } = await charts[key].load();
  expect([typeof Drawing, typeof Table]).toEqual(['function', 'function']);
});
