import { comparePointsTask } from '../assessments/compare-points.ts';
import { scoreAsOfTask } from '../assessments/score-as-of.ts';
import { previewCsvTask } from '../evidence/preview-csv.ts';
import type { Task } from './task.ts';

/** Everything that may be run in a task thread. */
export const TASKS: readonly Task<unknown, unknown>[] = [comparePointsTask, scoreAsOfTask, previewCsvTask];
