import { procedure, router } from '../trpc.ts';
import { planBudget, planBudgetInput } from './plan-budget.ts';
import { readEfforts, readEffortsInput } from './read-efforts.ts';
import { saveEffort, saveEffortInput } from './save-effort.ts';

export const planningRouter = router({
  budget: procedure.input(planBudgetInput).query(({ ctx, input }) => planBudget(ctx, input)),
  efforts: procedure.input(readEffortsInput).query(({ ctx, input }) => readEfforts(ctx, input)),
  saveEffort: procedure.input(saveEffortInput).mutation(({ ctx, input }) => saveEffort(ctx, input)),
});
