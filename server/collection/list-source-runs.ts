import { z } from 'zod';
import { listRunsOfSource, type SourceRun } from '#db/queries/source-runs.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { requireSource } from './kept-source.ts';

export const listSourceRunsInput = z.strictObject({ platform: keyField, source: idField });

/** Rows of the newest runs: one for each query of each. */
const ROWS = 500;

export const collectionSchema = z.strictObject({
  startedAt: z.string(),
  finishedAt: z.string().nullable().describe('null: it is going on, or was cut short'),
  accepted: z.int(),
  rejected: z.int(),
  failed: z.int().describe('how many queries gave nothing'),
  queries: z.array(
    z.strictObject({
      run: z.int().describe('the run that is the provenance of its values'),
      name: z.string(),
      query: z.string(),
      accepted: z.int(),
      rejected: z.int(),
      failed: z.boolean(),
      problem: z.string().nullable(),
    }),
  ),
});
export type Collection = z.infer<typeof collectionSchema>;

/** The newest times that a source was asked, with what came of each query. */
export async function listSourceRuns(ctx: Context, input: z.infer<typeof listSourceRunsInput>): Promise<Collection[]> {
  const { row } = await requireSource(ctx, input, 'viewer', 'read');
  const rows = await listRunsOfSource(ctx.db, row.id, ROWS);
  const together = [...Map.groupBy(rows, ({ startedAtMs }) => startedAtMs)];
  // the oldest one may have been cut off by the limit
  return (rows.length === ROWS ? together.slice(0, -1) : together).map(([startedAtMs, runs]) =>
    describeCollection(row.name, startedAtMs, runs),
  );
}

function describeCollection(source: string, startedAtMs: number, runs: readonly SourceRun[]): Collection {
  const ends = runs.map(({ finishedAtMs }) => finishedAtMs);
  const finishedAtMs = ends.reduce((last, end) => (last === null || end === null ? null : Math.max(last, end)), 0);
  return {
    startedAt: new Date(startedAtMs).toISOString(),
    finishedAt: finishedAtMs === null ? null : new Date(finishedAtMs).toISOString(),
    accepted: runs.reduce((sum, { accepted }) => sum + accepted, 0),
    rejected: runs.reduce((sum, { rejected }) => sum + rejected, 0),
    failed: runs.filter(({ failed }) => failed === 1).length,
    queries: runs.map(({ id, origin, query, accepted, rejected, failed, error }) => ({
      run: id,
      name: nameOfQuery(origin, source),
      query: query ?? '',
      accepted,
      rejected,
      failed: failed === 1,
      problem: error,
    })),
  };
}

/** The name of a query stands behind that of its source, which may have had another name then. */
function nameOfQuery(origin: string, source: string): string {
  const prefix = `${source} · `;
  return origin.startsWith(prefix) ? origin.slice(prefix.length) : origin.split(' · ').slice(1).join(' · ');
}
