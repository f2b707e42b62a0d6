import { z } from 'zod';
import { listFailingSince } from '#db/queries/source-failures.ts';
import { listNewestRuns } from '#db/queries/source-runs.ts';
import { listSources as listRows } from '#db/queries/sources.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { describeSource, type SourceSummary } from './describe-source.ts';

export const listSourcesInput = z.strictObject({ platform: keyField });

/** The sources that Plumbline asks by itself, and how each does. */
export async function listSources(
  ctx: Context,
  { platform: key }: z.infer<typeof listSourcesInput>,
): Promise<SourceSummary[]> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const failing = await listFailingSince(ctx.db, platform.id);
  const newest = Map.groupBy(await listNewestRuns(ctx.db, platform.id), ({ sourceId }) => sourceId);
  const nowMs = ctx.now().getTime();
  return (await listRows(ctx.db, platform.id)).map((row) =>
    describeSource(row, { nowMs, failingSince: failing.get(row.id) ?? null, newest: newest.get(row.id) ?? [] }),
  );
}
