import { procedure, router } from '../trpc.ts';
import { listGaps, listGapsInput } from './list-gaps.ts';
import { listPoints, listPointsInput } from './list-points.ts';
import { readFrame } from './read-frame.ts';
import { readOverview, readOverviewInput } from './read-overview.ts';
import { readStart } from './read-start.ts';

export const overviewRouter = router({
  start: procedure.query(({ ctx }) => readStart(ctx)),
  frame: procedure.query(({ ctx }) => readFrame(ctx)),
  gaps: procedure.input(listGapsInput).query(({ ctx, input }) => listGaps(ctx, input)),
  points: procedure.input(listPointsInput).query(({ ctx, input }) => listPoints(ctx, input)),
  read: procedure.input(readOverviewInput).query(({ ctx, input }) => readOverview(ctx, input)),
});
