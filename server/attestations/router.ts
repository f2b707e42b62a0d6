import { procedure, router } from '../trpc.ts';
import { answerCriterion, answerCriterionInput } from './answer-criterion.ts';
import { listAttestations, listAttestationsInput } from './list-attestations.ts';
import { reviewAttestation, reviewAttestationInput } from './review-attestation.ts';

export const attestationsRouter = router({
  list: procedure.input(listAttestationsInput).query(({ ctx, input }) => listAttestations(ctx, input)),
  answer: procedure.input(answerCriterionInput).mutation(({ ctx, input }) => answerCriterion(ctx, input)),
  review: procedure.input(reviewAttestationInput).mutation(({ ctx, input }) => reviewAttestation(ctx, input)),
});
