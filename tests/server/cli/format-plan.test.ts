import { expect, test } from 'vitest';
import { formatPlan } from '#server/cli/format-plan.ts';
import type { BudgetPlan } from '#server/planning/budget-plan.ts';

const share = { value: 0.2, low: 0.2, high: 0.9 };
const PLAN: BudgetPlan = {
  ...{ asOf: '2026-11-22T12:00:00.000Z', rubric: { id: 'cncf-platform', version: '1.0.0', sha256: 'x' } },
  ...{ budget: 60, days: 58, percentToTarget: { before: share, after: { ...share, value: 0.61 } } },
  ...{ isBest: false, gain: 0.41, bound: 0.430001, stages: [], cells: [], owners: [], unestimated: [] },
  ...{ medianDays: null, needless: [], possible: { percentToTarget: 1, days: 400 } },
};
const told = (plan: Partial<BudgetPlan>) => formatPlan({ ...PLAN, ...plan }, { settings: NOTHING });
const NOTHING = { capabilities: [], targets: [], minimumGroup: 5 };

test('a plan that was cut short says what no plan can exceed, rounded up', () => {
  expect(told({})).toContain('The search was cut short: 41 points with this plan, at most 43.1 are possible.');
});

test('a plan that is proven says so', () => {
  expect(told({ isBest: true, bound: 0.41 })).toContain('No other plan within this budget brings more.');
});
