import { collectSource, type SourceOutcome } from '#server/collection/collect-source.ts';
import { saveSource } from '#server/collection/save-source.ts';
import { person, type TestContext } from './test-context.ts';

type Query = { name: string; query: string; metric: string } & Record<string, unknown>;

export const adoption: Query = {
  name: 'Adoption',
  query: 'adoption',
  metric: 'team-adoption',
  capability: 'data',
  step: '1h',
};

type Given = {
  url: string;
  queries?: Query[];
  settings?: Record<string, unknown>;
  name?: string;
  allowed?: string[];
};

/** A Prometheus source of the platform `payments`, added by the administrator, who allows this machine. */
export async function addSource(ctx: TestContext, given: Given): Promise<string> {
  const { url, queries = [adoption], settings = {}, name = 'Metrics', allowed = ['127.0.0.1'] } = given;
  const { id } = await saveSource(ctx.as(person('admin')), {
    platform: 'payments',
    name,
    kind: 'prometheus',
    intervalMinutes: 60,
    settings: { address: url, backfillDays: 0, queries, ...settings },
    allowed,
  });
  return id;
}

/** Asks a source as the worker does. */
export function collect(
  ctx: TestContext,
  id: string,
  signal = new AbortController().signal,
): Promise<SourceOutcome | null> {
  return collectSource(ctx.as({ kind: 'system', name: 'worker' }), id, signal);
}

/** Every value that is stored, by time, series by series. */
export async function storedValues(ctx: TestContext) {
  const rows = await ctx.db
    .selectFrom('sample')
    .innerJoin('series', 'series.id', 'sample.seriesId')
    .select(['metric', 'capability', 'team', 'labels', 'atMs', 'value'])
    .orderBy('metric')
    .orderBy('capability')
    .orderBy('team')
    .orderBy('atMs')
    .execute();
  return rows.map(({ atMs, ...row }) => ({ ...row, at: new Date(atMs).toISOString() }));
}
