import { procedure, router } from '../trpc.ts';
import { decideExemption, decideExemptionInput } from './decide-exemption.ts';
import { listExemptions, listExemptionsInput } from './list-exemptions.ts';
import { readRegister, readRegisterInput } from './read-register.ts';
import { requestExemption, requestExemptionInput } from './request-exemption.ts';
import { withdrawExemption, withdrawExemptionInput } from './withdraw-exemption.ts';

export const exemptionsRouter = router({
  list: procedure.input(listExemptionsInput).query(({ ctx, input }) => listExemptions(ctx, input)),
  register: procedure.input(readRegisterInput).query(({ ctx, input }) => readRegister(ctx, input)),
  request: procedure.input(requestExemptionInput).mutation(({ ctx, input }) => requestExemption(ctx, input)),
  decide: procedure.input(decideExemptionInput).mutation(({ ctx, input }) => decideExemption(ctx, input)),
  withdraw: procedure.input(withdrawExemptionInput).mutation(({ ctx, input }) => withdrawExemption(ctx, input)),
});
