import { procedure, router } from '../trpc.ts';
import { checkTracker, checkTrackerInput } from './check-tracker.ts';
import { deleteTracker, deleteTrackerInput } from './delete-tracker.ts';
import { linkImprovement, linkImprovementInput } from './link-improvement.ts';
import { listTrackers, listTrackersInput } from './list-trackers.ts';
import { readLink, readLinkInput } from './read-link.ts';
import { readTracker, readTrackerInput } from './read-tracker.ts';
import { readTrackerForm, readTrackerFormInput } from './read-tracker-form.ts';
import { runTracker, runTrackerInput } from './run-tracker.ts';
import { saveTracker, saveTrackerInput } from './save-tracker.ts';
import { setTrackerState, setTrackerStateInput } from './set-tracker-state.ts';
import { unlinkImprovement, unlinkImprovementInput } from './unlink-improvement.ts';

export const trackersRouter = router({
  list: procedure.input(listTrackersInput).query(({ ctx, input }) => listTrackers(ctx, input)),
  read: procedure.input(readTrackerInput).query(({ ctx, input }) => readTracker(ctx, input)),
  form: procedure.input(readTrackerFormInput).query(({ ctx, input }) => readTrackerForm(ctx, input)),
  // changes nothing here, but calls another server
  check: procedure.input(checkTrackerInput).mutation(({ ctx, input }) => checkTracker(ctx, input)),
  save: procedure.input(saveTrackerInput).mutation(({ ctx, input }) => saveTracker(ctx, input)),
  setState: procedure.input(setTrackerStateInput).mutation(({ ctx, input }) => setTrackerState(ctx, input)),
  run: procedure.input(runTrackerInput).mutation(({ ctx, input }) => runTracker(ctx, input)),
  delete: procedure.input(deleteTrackerInput).mutation(({ ctx, input }) => deleteTracker(ctx, input)),
  link: procedure.input(linkImprovementInput).mutation(({ ctx, input }) => linkImprovement(ctx, input)),
  unlink: procedure.input(unlinkImprovementInput).mutation(({ ctx, input }) => unlinkImprovement(ctx, input)),
  readLink: procedure.input(readLinkInput).query(({ ctx, input }) => readLink(ctx, input)),
});
