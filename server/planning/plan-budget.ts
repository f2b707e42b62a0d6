import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { scoreCurrent } from '../assessments/score-current.ts';
import { placeField } from '../backlog/improvement-fields.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Task } from '../tasks/task.ts';
import type { BudgetPlan } from './budget-plan.ts';
import { listEfforts } from './list-efforts.ts';
import { planWithin } from './plan-within.ts';
import { UNESTIMATED } from './price-places.ts';

const MOST_DAYS = 100_000;
const MOST_WISHES = 200;
const LONGEST_SECONDS = 30;
const USUAL_SECONDS = 10;

export const budgetField = z
  .number('Write a number of person-days.')
  .min(0, 'A budget is zero person-days or more.')
  .max(MOST_DAYS, 'Write at most 100 000 person-days.')
  .refine((days) => Math.abs(Math.round(days * 100) - days * 100) < 1e-6, 'Write at most two decimals.')
  .describe('person-days');
const wishesField = z.array(placeField).max(MOST_WISHES, `Name at most ${MOST_WISHES} places.`).default([]);

const requestSchema = z.strictObject({
  budget: budgetField,
  must: wishesField.describe('to be in the plan, with whatever they need'),
  never: wishesField.describe('not to be in the plan'),
  unestimated: z
    .enum(UNESTIMATED)
    .default('median')
    .describe('places that nobody has estimated count as the median of the rubric, or are left out'),
  limitSeconds: z
    .number()
    .min(0)
    .max(LONGEST_SECONDS)
    .default(USUAL_SECONDS)
    .describe('a search that takes longer is cut short and says how much better another plan could be'),
});

export const planBudgetInput = requestSchema.extend({ platform: keyField });

const taskSchema = requestSchema.extend({ platformId: z.string() });

export const planBudgetTask: Task<z.output<typeof taskSchema>, BudgetPlan | null> = {
  key: 'plan-budget',
  long: true,
  input: taskSchema,
  async run({ db }, { platformId, ...request }) {
    const platform = await findPlatformById(db, platformId);
    const scored = platform === undefined ? null : await scoreCurrent(db, platform);
    if (platform === undefined || scored === null) return null;
    return planWithin(scored, await listEfforts(db, platform), request);
  },
};

/** The work that brings a platform furthest towards its targets within some person-days. Changes nothing. */
export async function planBudget(ctx: Context, input: z.output<typeof planBudgetInput>): Promise<BudgetPlan> {
  const { platform: key, ...request } = input;
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const plan = await ctx.runTask(planBudgetTask, { platformId: platform.id, ...request });
  if (plan === null) throw new AppError('CONFLICT', 'Nothing has been scored here yet.');
  return plan;
}
