import { expect, test } from 'vitest';
import { addressOf, readAsked, withoutWish } from '#app/p/[platform]/backlog/planner/budget/budget-data.ts';

const DATA = { criterion: 'INV-2.b', capability: 'data' };
const WHOLE = { criterion: 'INV-2.a', capability: null };

test('what is asked stands in the address and is read back from it', () => {
  const asked = { days: 12.5, unestimated: 'leave_out' as const, must: [WHOLE], never: [DATA] };
  const address = addressOf('payments', asked);
  expect(address).toBe(
    '/p/payments/backlog/planner/budget?days=12.5&unestimated=leave_out&wish=m_INV-2.a__n_INV-2.b_data',
  );
  const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]));
  expect(readAsked(query)).toEqual(asked);
});

test('an address that asks for nothing is the bare page', () => {
  const asked = readAsked({});
  expect(asked).toEqual({ days: null, unestimated: 'median', must: [], never: [] });
  expect(addressOf('payments', asked)).toBe('/p/payments/backlog/planner/budget');
});

test.each([
  ['12,5', 12.5],
  [' 7 ', 7],
  ['-1', -1],
])('a budget written as "%s" is %d', (days, value) => {
  expect(readAsked({ days }).days).toBe(value);
});

test('what is no number stays none, and what is no wish is none', () => {
  expect(readAsked({ days: 'many', wish: '<script>' })).toMatchObject({ days: Number.NaN, must: [], never: [] });
  expect(readAsked({ days: ['1', '2'] }).days).toBeNull();
});

test('a wish is taken back by itself', () => {
  const asked = { days: 5, unestimated: 'median' as const, must: [WHOLE], never: [DATA] };
  expect(withoutWish(asked, DATA)).toEqual({ ...asked, never: [] });
  expect(withoutWish(asked, { criterion: 'INV-2.a', capability: 'data' })).toEqual(asked);
});
