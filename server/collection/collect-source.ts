import { findPlatformById } from '#db/queries/catalogue.ts';
import { releaseRun } from '#db/queries/run-leases.ts';
import { claimSource, type SourceRow, saveSourceRow } from '#db/queries/sources.ts';
import { allowedOf, openKept, openWithoutSecrets } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { loadCatalogue } from '../evidence/load-catalogues.ts';
import { clientOf } from '../outbound/client-of.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import { type OpenSource, SourceError, type SourcePart } from '../sources/source.ts';
import { type CollectionRun, collectPart, failPart, type PartResult } from './collect-part.ts';
import { keepFailures } from './keep-failures.ts';
import { progressOf, SOURCE_KINDS } from './kept-source.ts';
import { spansOf } from './spans-of.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** After this long a run stops and goes on as the next one. */
const RUN_MS = 5 * MINUTE_MS;
/** Longer than any run: whoever dies in the middle holds the source no longer than this. */
const LEASE_MS = 8 * MINUTE_MS;
const RETRY_MS = 15 * MINUTE_MS;
/** So many queries that run out of time are a server that does not answer. */
const SLOW_QUERIES = 2;

export type SourceOutcome = { asked: number; failed: number; accepted: number; rejected: number; unfinished: boolean };

/**
 * Asks one source everything that is due, unless another run has it. What fails is kept with the run and shown; it keeps neither
 * other queries nor other sources from being asked. null: there was nothing to do here.
 */
export async function collectSource(ctx: Context, id: string, signal: AbortSignal): Promise<SourceOutcome | null> {
  const nowMs = ctx.now().getTime();
  const row = await claimSource(ctx.db, id, { nowMs, leaseUntilMs: nowMs + LEASE_MS });
  if (row === undefined) return null;
  let nextRunAtMs = row.nextRunAtMs;
  try {
    const results = await askSource(ctx, row, AbortSignal.any([signal, AbortSignal.timeout(RUN_MS)]));
    const outcome = summarise(results);
    if (outcome.unfinished) nextRunAtMs = nowMs + 1;
    else if (outcome.failed > 0) nextRunAtMs = Math.min(nextRunAtMs, nowMs + RETRY_MS);
    return outcome;
  } finally {
    await releaseRun(ctx.db, 'source', row, { lastRunAtMs: nowMs, nextRunAtMs });
  }
}

function summarise(results: readonly PartResult[]): SourceOutcome {
  const sum = (of: (result: PartResult) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    asked: results.length,
    failed: results.filter(({ error }) => error !== null).length,
    accepted: sum(({ accepted }) => accepted),
    rejected: sum(({ rejected }) => rejected),
    unfinished: results.some(({ unfinished }) => unfinished),
  };
}

async function askSource(ctx: Context, row: SourceRow, signal: AbortSignal): Promise<PartResult[]> {
  const platform = await withRubric(ctx.db, await findPlatformById(ctx.db, row.platformId));
  if (platform === undefined) return [];
  const run: CollectionRun = {
    source: { id: row.id, kind: row.kind, name: row.name, platformId: platform.id },
    startedAtMs: ctx.now().getTime(),
    client: clientOf({ allowed: allowedOf(row), signal }),
    catalogue: await loadCatalogue(ctx, platform),
    signal,
  };
  const { parts, results } = await askParts(ctx, row, run);
  const changed = await keepFailures(ctx, { source: run.source, parts, results });
  if (changed) await ctx.rescore(platform.id);
  return results;
}

async function askParts(ctx: Context, row: SourceRow, run: CollectionRun) {
  const open = openForRun(ctx, row);
  const progress = progressOf(row);
  const untilOf = ({ key }: SourcePart) => progress[key] ?? null;
  // what lags behind most goes first, so that a run that ends early never leaves the same queries waiting
  const parts = open.parts.toSorted((a, b) => (untilOf(a) ?? 0) - (untilOf(b) ?? 0));
  const results: PartResult[] = [];
  let broken = open.broken;
  for (const part of parts) {
    const backfillMs = open.backfillDays * DAY_MS;
    const spans = spansOf({ untilMs: untilOf(part), backfillMs, stepMs: part.stepMs, nowMs: run.startedAtMs });
    if (spans.length === 0) continue;
    if (run.signal.aborted) {
      results.push({ part, accepted: 0, rejected: 0, error: null, unfinished: true });
      continue;
    }
    if (broken !== null) {
      results.push(await failPart(ctx, run, { part, error: broken }));
      continue;
    }
    const stored = async (untilMs: number) => {
      progress[part.key] = untilMs;
      await saveSourceRow(ctx.db, row.id, { progress: JSON.stringify(only(progress, open.parts)) });
    };
    results.push(await collectPart(ctx, run, { part, spans, stored }));
    broken = brokenBy(results);
  }
  return { parts: open.parts, results };
}

/** A source that cannot be opened fails in all that it should tell. */
function openForRun(ctx: Context, row: SourceRow): OpenSource & { broken: SourceError | null } {
  try {
    return { ...openKept(ctx, SOURCE_KINDS, row), broken: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...openWithoutSecrets(SOURCE_KINDS, row), broken: new SourceError(error.message, { whole: true }) };
  }
}

function brokenBy(results: readonly PartResult[]): SourceError | null {
  const errors = results.flatMap(({ error }) => error ?? []);
  const slow = errors.filter(({ slow: isSlow }) => isSlow);
  return errors.find(({ whole }) => whole) ?? (slow.length >= SLOW_QUERIES ? (slow[0] ?? null) : null);
}

/** What is no longer asked is forgotten: asked again, it starts anew. */
function only(progress: Record<string, number>, parts: readonly SourcePart[]): Record<string, number> {
  return Object.fromEntries(
    parts.flatMap(({ key }) => (progress[key] === undefined ? [] : [[key, progress[key]] as const])),
  );
}
