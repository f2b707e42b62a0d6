import { endFailures, insertFailures, listOpenFailures } from '#db/queries/source-failures.ts';
import { isSourceActive } from '#db/queries/sources.ts';
import type { Context } from '../context.ts';
import type { SourcePart } from '../sources/source.ts';
import type { CollectionRun, PartResult } from './collect-part.ts';
import { placeOf } from './place-of.ts';

type Told = { source: CollectionRun['source']; parts: readonly SourcePart[]; results: readonly PartResult[] };

/**
 * Keeps for how long a source fails to tell about a metric and capability, and why. What was not asked this time stays as it is;
 * a new reason ends the old entry and begins another one, so that the past keeps what was known then. True: something changed.
 */
export async function keepFailures(ctx: Context, { source, parts, results }: Told): Promise<boolean> {
  const now = ctx.now().toISOString();
  const failing = new Map<string, PartResult>();
  for (const result of results) if (result.error !== null) failing.set(placeOf(result.part), result);
  const asked = new Set(results.filter(({ unfinished }) => !unfinished).map(({ part }) => placeOf(part)));
  const known = new Set(parts.map(placeOf));
  return ctx.db.transaction().execute(async (trx) => {
    // paused or deleted while it was being asked: it is not expected to tell anything any more
    if (!(await isSourceActive(trx, source.id))) return false;
    const before = await listOpenFailures(trx, source.id);
    const ended = before.filter((failure) => {
      const place = placeOf(failure);
      if (!known.has(place)) return true;
      return asked.has(place) && failing.get(place)?.error?.message !== failure.message;
    });
    await endFailures(
      trx,
      ended.map(({ id }) => id),
      now,
    );
    const goingOn = new Set(before.filter((failure) => !ended.includes(failure)).map(placeOf));
    const since = new Map(before.map((failure) => [placeOf(failure), failure.since]));
    const fresh = [...failing].filter(([place]) => !goingOn.has(place));
    await insertFailures(
      trx,
      fresh.map(([place, { part, error }]) => ({
        sourceId: source.id,
        platformId: source.platformId,
        metric: part.metric,
        capability: part.capability ?? '',
        since: since.get(place) ?? now,
        knownAt: now,
        message: error?.message ?? '',
      })),
    );
    return ended.length > 0 || fresh.length > 0;
  });
}
