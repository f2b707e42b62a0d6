import { procedure, router } from '../trpc.ts';
import { readFrame } from './read-frame.ts';
import { readOverview, readOverviewInput } from './read-overview.ts';

export const overviewRouter = router({
  frame: procedure.query(({ ctx }) => readFrame(ctx)),
  read: procedure.input(readOverviewInput).query(({ ctx, input }) => readOverview(ctx, input)),
});
