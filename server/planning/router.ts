import { procedure, router } from '../trpc.ts';
import { saveEffort, saveEffortInput } from './save-effort.ts';

export const planningRouter = router({
  saveEffort: procedure.input(saveEffortInput).mutation(({ ctx, input }) => saveEffort(ctx, input)),
});
