import { procedure, router } from '../trpc.ts';
import { adoptVersion, adoptVersionInput } from './adopt-version.ts';
import { compareVersions, compareVersionsInput } from './compare-versions.ts';
import { createDraft, createDraftInput } from './create-draft.ts';
import { discardDraft, discardDraftInput } from './discard-draft.ts';
import { listDryRuns, listDryRunsInput } from './list-dry-runs.ts';
import { listVersions, listVersionsInput } from './list-versions.ts';
import { projectAnnounced, projectAnnouncedInput } from './project-announced.ts';
import { publishDraft, publishDraftInput } from './publish-draft.ts';
import { readCrosswalk, readCrosswalkInput } from './read-crosswalk.ts';
import { readDraft, readDraftInput } from './read-draft.ts';
import { readLeftovers, readLeftoversInput } from './read-leftovers.ts';
import { readVersion, readVersionInput } from './read-version.ts';
import { saveDraftFile, saveDraftFileInput } from './save-draft-file.ts';
import { tryRubric, tryRubricInput } from './try-rubric.ts';

export const rubricsRouter = router({
  list: procedure.input(listVersionsInput).query(({ ctx, input }) => listVersions(ctx, input)),
  read: procedure.input(readVersionInput).query(({ ctx, input }) => readVersion(ctx, input)),
  compare: procedure.input(compareVersionsInput).query(({ ctx, input }) => compareVersions(ctx, input)),
  crosswalk: procedure.input(readCrosswalkInput).query(({ ctx, input }) => readCrosswalk(ctx, input)),
  announced: procedure.input(projectAnnouncedInput).query(({ ctx, input }) => projectAnnounced(ctx, input)),
  leftovers: procedure.input(readLeftoversInput).query(({ ctx, input }) => readLeftovers(ctx, input)),
  dryRuns: procedure.input(listDryRunsInput).query(({ ctx, input }) => listDryRuns(ctx, input)),
  dryRun: procedure.input(tryRubricInput).query(({ ctx, input }) => tryRubric(ctx, input)),
  adopt: procedure.input(adoptVersionInput).mutation(({ ctx, input }) => adoptVersion(ctx, input)),
  createDraft: procedure.input(createDraftInput).mutation(({ ctx, input }) => createDraft(ctx, input)),
  readDraft: procedure.input(readDraftInput).query(({ ctx, input }) => readDraft(ctx, input)),
  saveDraftFile: procedure.input(saveDraftFileInput).mutation(({ ctx, input }) => saveDraftFile(ctx, input)),
  publishDraft: procedure.input(publishDraftInput).mutation(({ ctx, input }) => publishDraft(ctx, input)),
  discardDraft: procedure.input(discardDraftInput).mutation(({ ctx, input }) => discardDraft(ctx, input)),
});
