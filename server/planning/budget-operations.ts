import { z } from 'zod';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { budgetPlanSchema } from './budget-plan.ts';
import { planBudget, planBudgetInput } from './plan-budget.ts';
import { readEfforts, readEffortsInput } from './read-efforts.ts';
import { saveEffort, saveEffortInput } from './save-effort.ts';

const days = z.number().nullable();
const effortSchema = z.strictObject({
  criterion: z.string(),
  capability: z.string().nullable().describe('null: the platform as a whole'),
  days: days.describe('person-days; null: nobody has said'),
  isOwn: z.boolean().describe('estimated here, and not by the rubric'),
});

export const budgetOperations = [
  operation({
    method: 'POST',
    path: '/platforms/{platform}/plan',
    summary: 'Plans which criteria to work on so that percent to target rises most within some person-days.',
    scope: 'read',
    input: planBudgetInput,
    output: budgetPlanSchema,
    run: planBudget,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/efforts',
    summary: 'Lists the person-days of every criterion at every place, by criterion and capability.',
    scope: 'read',
    input: readEffortsInput.extend(pageInput),
    output: pageOf(effortSchema.extend({ rubricDays: days })),
    run: async (ctx, { limit, cursor, ...wanted }) =>
      pageByKey(await readEfforts(ctx, wanted), { limit, cursor }, (one) => `${one.criterion} ${one.capability ?? ''}`),
  }),
  operation({
    method: 'PUT',
    path: '/platforms/{platform}/efforts',
    summary: 'Says how many person-days a criterion takes here, or takes that back.',
    scope: 'backlog:write',
    input: saveEffortInput,
    output: effortSchema,
    run: saveEffort,
  }),
];
