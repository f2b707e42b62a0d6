import { comparePointsTask } from '../assessments/compare-points.ts';
import { explainCurrentTask } from '../assessments/explain-current.ts';
import { scoreAsOfTask } from '../assessments/score-as-of.ts';
import { predictEffectTask } from '../backlog/predict-effect.ts';
import { predictEffectsTask } from '../backlog/predict-effects.ts';
import { capabilityHistoryTask } from '../capabilities/history-of.ts';
import { readSamplesFileTask } from '../evidence/read-samples-file.ts';
import { evaluateWhatIfsTask } from '../planning/evaluate-what-ifs.ts';
import { outlineScenariosTask } from '../planning/outline-scenarios.ts';
import { planBudgetTask } from '../planning/plan-budget.ts';
import { whatIfBaseTask } from '../planning/read-planner.ts';
import { platformRouteTask } from '../planning/read-platform-route.ts';
import { cellRouteTask } from '../planning/read-route.ts';
import { scoreWhatIfTask } from '../planning/score-what-if.ts';
import { openSheetsTask } from '../rating-rounds/open-sheets.ts';
import { exportReportTask } from '../reports/export-report.ts';
import { previewReportTask } from '../reports/preview-report.ts';
import { readReportTask } from '../reports/read-report.ts';
import { compileDraftTask } from '../rubrics/compile-draft.ts';
import { dryRunTask } from '../rubrics/dry-run.ts';
import { judgeDraftTask } from '../rubrics/judge-draft.ts';
import { projectAnnouncedTask } from '../rubrics/project-announced.ts';
import type { Task } from './task.ts';

/** Everything that may be run in a task thread. */
export const TASKS: readonly Task<unknown, unknown>[] = [
  capabilityHistoryTask,
  comparePointsTask,
  explainCurrentTask,
  scoreAsOfTask,
  predictEffectTask,
  predictEffectsTask,
  planBudgetTask,
  readSamplesFileTask,
  exportReportTask,
  previewReportTask,
  readReportTask,
  judgeDraftTask,
  compileDraftTask,
  dryRunTask,
  evaluateWhatIfsTask,
  outlineScenariosTask,
  whatIfBaseTask,
  cellRouteTask,
  platformRouteTask,
  scoreWhatIfTask,
  openSheetsTask,
  projectAnnouncedTask,
];
