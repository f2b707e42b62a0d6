import { listCyclesToClose } from '#db/queries/survey-cycles.ts';
import type { Context } from '../context.ts';
import { overwriteTraces } from './close-cycle.ts';
import type { Cycle } from './cycle.ts';
import { releaseCycle } from './release-cycle.ts';

export type ClosedCycles = { closed: string[]; failed: { cycle: string; error: string }[] };

/**
 * Closes every survey whose time is over and ends what a crash left half done. Called each minute; calling it twice, or in
 * two places at once, does nothing more. One survey that cannot be closed does not hold up the others.
 */
export async function closeDueCycles(ctx: Context): Promise<ClosedCycles> {
  const result: ClosedCycles = { closed: [], failed: [] };
  for (const cycle of await listCyclesToClose(ctx.db, ctx.now().toISOString())) {
    try {
      if (await closeOne(ctx, cycle)) result.closed.push(cycle.id);
    } catch (error) {
      result.failed.push({ cycle: cycle.id, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return result;
}

async function closeOne(ctx: Context, cycle: Cycle): Promise<boolean> {
  const released = await releaseCycle(ctx, cycle);
  await overwriteTraces(ctx, cycle, { brief: false });
  if (released) await ctx.rescore(cycle.platformId);
  return released;
}
