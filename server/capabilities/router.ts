import { procedure, router } from '../trpc.ts';
import { readCapabilities, readCapabilitiesInput } from './read-capabilities.ts';
import { readCapability, readCapabilityInput } from './read-capability.ts';
import { readCapabilityHistory, readCapabilityHistoryInput } from './read-capability-history.ts';

export const capabilitiesRouter = router({
  list: procedure.input(readCapabilitiesInput).query(({ ctx, input }) => readCapabilities(ctx, input)),
  history: procedure.input(readCapabilityHistoryInput).query(({ ctx, input }) => readCapabilityHistory(ctx, input)),
  read: procedure.input(readCapabilityInput).query(({ ctx, input }) => readCapability(ctx, input)),
});
