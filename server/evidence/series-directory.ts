import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { numberAt, type PackedDay } from '#db/packed-days.ts';
import { countSeries, listSeriesOfMany, type Series } from '#db/queries/series.ts';
import type { Database } from '#db/schema.ts';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { nameOfSeries, type SeriesGroup } from './combine-series.ts';
import { groupSeries } from './group-series.ts';

/** A group of series as many platforms have it; the ids of its series are each platform's own. */
export type GroupShape = Omit<SeriesGroup, 'series'> & {
  /** of the series of a bundle: `keyOf(metric, capability)` */
  key: string;
  /** more than one series belongs to it: they have to be combined */
  several: boolean;
};

/** Which series of a platform belong together. Platforms that measure alike share everything but the ids. */
export type SeriesDirectory = {
  /** ascending */
  ids: Float64Array;
  /** of each id its place in `groups`; −1: its metric or capability is not there any more */
  groupOf: Int32Array;
  /** of each id what tells it from the others of its group */
  names: readonly string[];
  /** in the order in which a bundle has them */
  groups: readonly GroupShape[];
};

type Shape = Omit<SeriesDirectory, 'ids'>;
type Known = { stamp: string; count: string; directory: SeriesDirectory };

const MOST_PLATFORMS = 5_000;
const MOST_SHAPES = 500;
/** of each database its platforms */
const knownOf = new WeakMap<Kysely<Database>, Map<string, Known>>();
const shapes = new Map<string, Shape>();

type Wanted = {
  platformId: string;
  rubric: Rubric;
  capabilities: ReadonlySet<string>;
  /** the folded days that are laid out by it */
  days: readonly PackedDay[];
  /** nothing else is read by it */
  isSettled: boolean;
};

/**
 * The directories of some platforms. A series never changes and is never deleted: what is known is read again only when one is
 * new, which the folded days themselves show.
 */
export async function findDirectories(
  db: Kysely<Database>,
  wanted: readonly Wanted[],
): Promise<Map<string, SeriesDirectory>> {
  const known = knownOf.get(db) ?? new Map<string, Known>();
  knownOf.set(db, known);
  const stamps = new Map(wanted.map((one) => [one.platformId, stampOf(one)]));
  const isKnown = ({ platformId }: Wanted) => known.get(platformId)?.stamp === stamps.get(platformId);
  const unsure = wanted.filter((one) => !isKnown(one) || !one.isSettled || !holdsAll(known.get(one.platformId), one));
  const ids = unsure.map(({ platformId }) => platformId);
  const counts = ids.length === 0 ? new Map<string, string>() : await countSeries(db, ids);
  const countOf = ({ platformId }: Wanted) => counts.get(platformId) ?? 'none';
  const missing = unsure.filter((one) => !isKnown(one) || known.get(one.platformId)?.count !== countOf(one));
  const rows =
    missing.length === 0
      ? []
      : await listSeriesOfMany(
          db,
          missing.map(({ platformId }) => platformId),
        );
  const byPlatform = Map.groupBy(rows, ({ platformId }) => platformId);
  for (const one of missing) {
    if (known.size >= MOST_PLATFORMS) known.clear();
    const directory = makeDirectory(byPlatform.get(one.platformId) ?? [], one);
    known.set(one.platformId, { stamp: stamps.get(one.platformId) ?? '', count: countOf(one), directory });
  }
  return new Map(
    wanted.flatMap(({ platformId }) => {
      const found = known.get(platformId);
      return found === undefined ? [] : [[platformId, found.directory]];
    }),
  );
}

/** Whether a directory has every series of the days. Both lists ascend. */
function holdsAll(found: Known | undefined, { days }: Wanted): boolean {
  const ids = found?.directory.ids ?? new Float64Array();
  return days.every(({ rows, seriesId }) => {
    let place = 0;
    for (let row = 0; row < rows; row++) {
      const id = numberAt(seriesId, row);
      while (place < ids.length && (ids[place] ?? 0) < id) place++;
      if (ids[place] !== id) return false;
    }
    return true;
  });
}

type Shaping = Pick<Wanted, 'rubric' | 'capabilities'>;

const stampOf = ({ rubric, capabilities }: Shaping) => `${rubric.sha256} ${[...capabilities].sort().join(' ')}`;

function makeDirectory(rows: readonly Series[], wanted: Shaping): SeriesDirectory {
  const ordered = rows.toSorted((a, b) => a.id - b.id);
  const told = ordered.map(({ metric, capability, team, labels }) => [metric, capability, team, labels]);
  const key = createHash('sha256')
    .update(`${stampOf(wanted)}\n${JSON.stringify(told)}`)
    .digest('base64');
  if (shapes.size >= MOST_SHAPES) shapes.clear();
  const shape = shapes.get(key) ?? makeShape(ordered, wanted);
  shapes.set(key, shape);
  return { ids: Float64Array.from(ordered, ({ id }) => id), ...shape };
}

function makeShape(rows: readonly Series[], { rubric, capabilities }: Shaping): Shape {
  const groups = groupSeries(rows, rubric, capabilities)
    .map((group) => ({ group, order: `${group.metric.key} ${group.capability ?? ''} ${canonicalJson(group.labels)}` }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const placeOf = new Map(groups.flatMap(({ group }, place) => [...group.series.keys()].map((id) => [id, place])));
  return {
    groupOf: Int32Array.from(rows, ({ id }) => placeOf.get(id) ?? -1),
    names: rows.map(nameOfSeries),
    groups: groups.map(({ group: { metric, capability, labels, series } }) => ({
      ...{ metric, capability, labels, several: series.size > 1 },
      key: keyOf(metric.key, capability),
    })),
  };
}
