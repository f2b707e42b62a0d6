import { procedure, router } from '../trpc.ts';
import { chooseCapabilities, chooseCapabilitiesInput } from './choose-capabilities.ts';
import { readChoice, readChoiceInput } from './read-choice.ts';
import { readFirstRun, readFirstRunInput } from './read-first-run.ts';

export const firstRunRouter = router({
  read: procedure.input(readFirstRunInput).query(({ ctx, input }) => readFirstRun(ctx, input)),
  choice: procedure.input(readChoiceInput).query(({ ctx, input }) => readChoice(ctx, input)),
  chooseCapabilities: procedure
    .input(chooseCapabilitiesInput)
    .mutation(({ ctx, input }) => chooseCapabilities(ctx, input)),
});
