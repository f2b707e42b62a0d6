import { procedure, router } from '../trpc.ts';
import { readCapabilities, readCapabilitiesInput } from './read-capabilities.ts';
import { readCapability, readCapabilityInput } from './read-capability.ts';

export const capabilitiesRouter = router({
  list: procedure.input(readCapabilitiesInput).query(({ ctx, input }) => readCapabilities(ctx, input)),
  read: procedure.input(readCapabilityInput).query(({ ctx, input }) => readCapability(ctx, input)),
});
