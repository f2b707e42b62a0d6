import { procedure, router } from '../trpc.ts';
import { listPoints, listPointsInput } from './list-points.ts';
import { readFrame } from './read-frame.ts';
import { readOverview, readOverviewInput } from './read-overview.ts';
import { readStart } from './read-start.ts';

export const overviewRouter = router({
  start: procedure.query(({ ctx }) => readStart(ctx)),
  frame: procedure.query(({ ctx }) => readFrame(ctx)),
  points: procedure.input(listPointsInput).query(({ ctx, input }) => listPoints(ctx, input)),
  read: procedure.input(readOverviewInput).query(({ ctx, input }) => readOverview(ctx, input)),
});
