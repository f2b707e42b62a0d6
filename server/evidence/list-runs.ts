import { z } from 'zod';
import { listSourceRuns, type SourceRun } from '#db/queries/source-runs.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';

const RUNS = 100;

export const listRunsInput = z.strictObject({ platform: z.string() });

/** The newest deliveries of a platform: who or what sent values, when, how many, and what was wrong. Runs of sources stand with their source. */
export async function listRuns(ctx: Context, { platform: key }: z.infer<typeof listRunsInput>) {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'viewer', 'read');
  return (await listSourceRuns(ctx.db, platform.id, RUNS)).map(describeRun);
}

export function describeRun(run: SourceRun) {
  const { id, source, origin, query, startedAtMs, finishedAtMs, accepted, rejected, error } = run;
  return {
    id,
    source,
    origin,
    /** what the source was asked, word for word; null: the values were sent */
    query,
    startedAt: new Date(startedAtMs).toISOString(),
    /** null: it was cut short, or is still going on */
    finishedAt: finishedAtMs === null ? null : new Date(finishedAtMs).toISOString(),
    accepted,
    rejected,
    error,
  };
}
