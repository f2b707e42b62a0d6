import { procedure, router } from '../trpc.ts';
import { checkSource, checkSourceInput } from './check-source.ts';
import { deleteSource, deleteSourceInput } from './delete-source.ts';
import { listSourceRuns, listSourceRunsInput } from './list-source-runs.ts';
import { listSources, listSourcesInput } from './list-sources.ts';
import { readSource, readSourceInput } from './read-source.ts';
import { readSourceForm, readSourceFormInput } from './read-source-form.ts';
import { runSource, runSourceInput } from './run-source.ts';
import { saveSource, saveSourceInput } from './save-source.ts';
import { setSourceState, setSourceStateInput } from './set-source-state.ts';

export const sourcesRouter = router({
  list: procedure.input(listSourcesInput).query(({ ctx, input }) => listSources(ctx, input)),
  read: procedure.input(readSourceInput).query(({ ctx, input }) => readSource(ctx, input)),
  runs: procedure.input(listSourceRunsInput).query(({ ctx, input }) => listSourceRuns(ctx, input)),
  form: procedure.input(readSourceFormInput).query(({ ctx, input }) => readSourceForm(ctx, input)),
  // changes nothing here, but calls another server
  check: procedure.input(checkSourceInput).mutation(({ ctx, input }) => checkSource(ctx, input)),
  save: procedure.input(saveSourceInput).mutation(({ ctx, input }) => saveSource(ctx, input)),
  setState: procedure.input(setSourceStateInput).mutation(({ ctx, input }) => setSourceState(ctx, input)),
  run: procedure.input(runSourceInput).mutation(({ ctx, input }) => runSource(ctx, input)),
  delete: procedure.input(deleteSourceInput).mutation(({ ctx, input }) => deleteSource(ctx, input)),
});
