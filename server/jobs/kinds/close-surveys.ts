import { closeDueCycles } from '../../surveys/close-due-cycles.ts';
import type { JobKind } from './job-kind.ts';

/** Closes the survey cycles whose time is up and releases their results. */
export const closeSurveys: JobKind = {
  kind: 'close-surveys',
  run: async (ctx) => {
    const { failed } = await closeDueCycles(ctx);
    if (failed.length === 0) return;
    throw new Error(failed.map(({ cycle, error }) => `Cycle ${cycle}: ${error}`).join(' '));
  },
};
