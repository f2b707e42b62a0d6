import { procedure, router } from '../trpc.ts';
import { discardRound, discardRoundInput } from './discard-round.ts';
import { listRounds, listRoundsInput } from './list-rounds.ts';
import { openRound, openRoundInput } from './open-round.ts';
import { readRound, readRoundInput } from './read-round.ts';
import { readRoundForm, readRoundFormInput } from './read-round-form.ts';
import { recordConsensus, recordConsensusInput } from './record-consensus.ts';
import { revealRound, revealRoundInput } from './reveal-round.ts';
import { saveRatings, saveRatingsInput } from './save-ratings.ts';

export const ratingRoundsRouter = router({
  list: procedure.input(listRoundsInput).query(({ ctx, input }) => listRounds(ctx, input)),
  form: procedure.input(readRoundFormInput).query(({ ctx, input }) => readRoundForm(ctx, input)),
  read: procedure.input(readRoundInput).query(({ ctx, input }) => readRound(ctx, input)),
  open: procedure.input(openRoundInput).mutation(({ ctx, input }) => openRound(ctx, input)),
  rate: procedure.input(saveRatingsInput).mutation(({ ctx, input }) => saveRatings(ctx, input)),
  reveal: procedure.input(revealRoundInput).mutation(({ ctx, input }) => revealRound(ctx, input)),
  discard: procedure.input(discardRoundInput).mutation(({ ctx, input }) => discardRound(ctx, input)),
  agree: procedure.input(recordConsensusInput).mutation(({ ctx, input }) => recordConsensus(ctx, input)),
});
