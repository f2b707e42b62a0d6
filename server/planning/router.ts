import { procedure, router } from '../trpc.ts';
import { changeScenario, changeScenarioInput } from './change-scenario.ts';
import { compareScenarios, compareScenariosInput } from './compare-scenarios.ts';
import { createScenario, createScenarioInput } from './create-scenario.ts';
import { listScenarios, listScenariosInput } from './list-scenarios.ts';
import { planBudget, planBudgetInput } from './plan-budget.ts';
import { proposeImprovements, proposeImprovementsInput } from './propose-improvements.ts';
import { readBudget, readBudgetInput } from './read-budget.ts';
import { readEfforts, readEffortsInput } from './read-efforts.ts';
import { readPlanner, readPlannerInput } from './read-planner.ts';
import { readPlatformRoute, readPlatformRouteInput } from './read-platform-route.ts';
import { readRoute, readRouteInput } from './read-route.ts';
import { readScenario, readScenarioInput } from './read-scenario.ts';
import { removeScenario, removeScenarioInput } from './remove-scenario.ts';
import { saveEffort, saveEffortInput } from './save-effort.ts';

export const planningRouter = router({
  budget: procedure.input(planBudgetInput).query(({ ctx, input }) => planBudget(ctx, input)),
  readBudget: procedure.input(readBudgetInput).query(({ ctx, input }) => readBudget(ctx, input)),
  efforts: procedure.input(readEffortsInput).query(({ ctx, input }) => readEfforts(ctx, input)),
  read: procedure.input(readPlannerInput).query(({ ctx, input }) => readPlanner(ctx, input)),
  route: procedure.input(readRouteInput).query(({ ctx, input }) => readRoute(ctx, input)),
  platformRoute: procedure.input(readPlatformRouteInput).query(({ ctx, input }) => readPlatformRoute(ctx, input)),
  scenarios: procedure.input(listScenariosInput).query(({ ctx, input }) => listScenarios(ctx, input)),
  readScenario: procedure.input(readScenarioInput).query(({ ctx, input }) => readScenario(ctx, input)),
  compareScenarios: procedure.input(compareScenariosInput).query(({ ctx, input }) => compareScenarios(ctx, input)),
  createScenario: procedure.input(createScenarioInput).mutation(({ ctx, input }) => createScenario(ctx, input)),
  changeScenario: procedure.input(changeScenarioInput).mutation(({ ctx, input }) => changeScenario(ctx, input)),
  removeScenario: procedure.input(removeScenarioInput).mutation(({ ctx, input }) => removeScenario(ctx, input)),
  proposeImprovements: procedure
    .input(proposeImprovementsInput)
    .mutation(({ ctx, input }) => proposeImprovements(ctx, input)),
  saveEffort: procedure.input(saveEffortInput).mutation(({ ctx, input }) => saveEffort(ctx, input)),
});
