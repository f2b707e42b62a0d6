import { setImmediate } from 'node:timers/promises';
import { insertSourceRun, saveSourceRun } from '#db/queries/source-runs.ts';
import type { Context } from '../context.ts';
import { type Catalogue, checkSamples } from '../evidence/check-samples.ts';
import type { ReadSample } from '../evidence/read-metrics-body.ts';
import { findSeriesIds, writeSamples } from '../evidence/write-samples.ts';
import type { OutboundClient } from '../outbound/client-of.ts';
import { SourceError, type SourcePart, type Span } from '../sources/source.ts';

/** What all queries of one run share. */
export type CollectionRun = {
  source: { id: string; kind: string; name: string; platformId: string };
  startedAtMs: number;
  client: OutboundClient;
  catalogue: Catalogue;
  signal: AbortSignal;
};
type Asked = {
  part: SourcePart;
  spans: Span[];
  /** values up to and with an instant are stored */
  stored: (untilMs: number) => Promise<void>;
};
export type PartResult = {
  part: SourcePart;
  accepted: number;
  rejected: number;
  /** why nothing (more) could be taken in, or null */
  error: SourceError | null;
  /** there was more to ask than there was time */
  unfinished: boolean;
};

/** Values a transaction: short enough that nobody who writes waits long. */
const PIECE = 500;

/**
 * Asks one query for all that is due and stores what comes in, with a run of its own as provenance. An answer is used whole or
 * not at all, and what was stored stays, whatever happens after it.
 */
export async function collectPart(ctx: Context, run: CollectionRun, asked: Asked): Promise<PartResult> {
  const { part, spans, stored } = asked;
  const runId = await startRun(ctx, run, part);
  const result: PartResult = { part, accepted: 0, rejected: 0, error: null, unfinished: false };
  let problem: string | null = null;
  try {
    for (const span of spans) {
      if (run.signal.aborted) {
        result.unfinished = true;
        break;
      }
      const found = await part.collect(run.client, span);
      const kept = await keepValues(ctx, { run, runId, found });
      result.accepted += kept.accepted;
      result.rejected += kept.rejected;
      problem ??= kept.problem;
      await stored(span.toMs);
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // broken off by ourselves: the next run goes on where this one ended
    if (run.signal.aborted) result.unfinished = true;
    else result.error = error;
  }
  await saveSourceRun(ctx.db, runId, {
    finishedAtMs: ctx.now().getTime(),
    accepted: result.accepted,
    rejected: result.rejected,
    error: result.error?.message ?? problem,
    failed: result.error === null ? 0 : 1,
  });
  return result;
}

/** A query that is not asked any more, because its source has just shown that it does not answer. */
export async function failPart(
  ctx: Context,
  run: CollectionRun,
  { part, error }: { part: SourcePart; error: SourceError },
): Promise<PartResult> {
  const runId = await startRun(ctx, run, part);
  const finishedAtMs = ctx.now().getTime();
  await saveSourceRun(ctx.db, runId, { finishedAtMs, accepted: 0, rejected: 0, error: error.message, failed: 1 });
  return { part, accepted: 0, rejected: 0, error, unfinished: false };
}

function startRun({ db }: Context, { source, startedAtMs }: CollectionRun, part: SourcePart): Promise<number> {
  return insertSourceRun(db, {
    platformId: source.platformId,
    source: source.kind,
    sourceId: source.id,
    origin: `${source.name} · ${part.name}`,
    query: part.query,
    startedAtMs,
    finishedAtMs: null,
    accepted: 0,
    rejected: 0,
    error: null,
  });
}

type Kept = { accepted: number; rejected: number; problem: string | null };
type Keeping = { run: CollectionRun; runId: number; found: readonly ReadSample[] };

async function keepValues(ctx: Context, { run, runId, found }: Keeping): Promise<Kept> {
  const { catalogue, source } = run;
  const kept: Kept = { accepted: 0, rejected: 0, problem: null };
  for (let from = 0; from < found.length; from += PIECE) {
    const receivedAtMs = ctx.now().getTime();
    const checked = checkSamples(found.slice(from, from + PIECE), () => catalogue, receivedAtMs);
    const samples = await findSeriesIds(ctx.db, checked.accepted);
    if (samples.length > 0) {
      const values = { platformId: source.platformId, samples };
      await ctx.db.transaction().execute((trx) => writeSamples(trx, values, { receivedAtMs, runId }));
    }
    kept.accepted += checked.accepted.length;
    kept.rejected += checked.rejected.length;
    kept.problem ??= checked.rejected[0]?.reason ?? null;
    // other work of this thread goes on between two pieces
    await setImmediate();
  }
  return kept;
}
