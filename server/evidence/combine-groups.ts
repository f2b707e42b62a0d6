import type { Kysely } from 'kysely';
import { numberAt, type PackedDay } from '#db/packed-days.ts';
import { listOldSampleDays } from '#db/queries/sample-days.ts';
import type { Database } from '#db/schema.ts';
import { dayOf } from '#rubrics/evidence/days.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { addOldWindows, limiterMetrics, limiterTests } from './add-old-windows.ts';
import { BUNDLE_DAYS } from './assemble-bundle.ts';
import { type CombinedDay, type Combining, combineDays, newestOf } from './combine-series.ts';
import { type Places, rollUpsOf } from './place-days.ts';
import { readDays } from './read-days.ts';
import type { DayRollUp } from './roll-up-day.ts';
import type { SeriesDirectory } from './series-directory.ts';

type Given = {
  platformId: string;
  rubric: Rubric;
  directory: SeriesDirectory;
  days: readonly PackedDay[];
  places: Places;
  asOfMs: number;
  /** there is something from before the days of a bundle */
  isOld: boolean;
};
type Sources = ReadonlyMap<number, string>;

export type CombinedGroups = {
  /** whose sources have to be known */
  runIds: number[];
  /** the days of the groups that are not taken as they were folded */
  combine: (sources: Sources) => Map<number, CombinedDay[]>;
  sourceOf: (sources: Sources) => (group: number) => string;
};

/** Groups of several series are combined, and limiters get the older days that they need. */
export async function combineGroups(db: Kysely<Database>, given: Given): Promise<CombinedGroups> {
  const { directory, places } = given;
  const rollUps = given.isOld ? await addOlderDays(db, given) : new Map<number, DayRollUp[]>();
  for (const [group, { several }] of directory.groups.entries()) {
    if (several && !rollUps.has(group)) rollUps.set(group, rollUpsOf(given, places, group));
  }
  const combining = (group: number, sources: Sources): Combining | null => {
    const metric = directory.groups[group]?.metric;
    return metric === undefined ? null : { metric, nameOf: namesOf(directory), sources };
  };
  const newestRun = (group: number, sources: Sources): number | undefined => {
    const own = rollUps.get(group);
    if (own === undefined) return lastRunOf(given, group);
    const of = combining(group, sources);
    return of === null ? undefined : newestOf(own, of)?.lastRunId;
  };
  const alone = [...directory.groups.keys()].filter((group) => !rollUps.has(group));
  return {
    runIds: [
      ...alone.flatMap((group) => lastRunOf(given, group) ?? []),
      ...[...rollUps.values()].flatMap((own) => own.map(({ lastRunId }) => lastRunId)),
    ],
    combine: (sources) =>
      new Map(
        [...rollUps].flatMap(([group, own]) => {
          const of = combining(group, sources);
          return of === null ? [] : [[group, combineDays(own, of)]];
        }),
      ),
    sourceOf: (sources) => (group) => sources.get(newestRun(group, sources) ?? -1) ?? '',
  };
}

function lastRunOf({ places, days }: Given, group: number): number | undefined {
  const last = (places.starts[group + 1] ?? 0) - 1;
  if (last < (places.starts[group] ?? 0)) return undefined;
  const day = days[places.dayOf[last] ?? 0];
  return day === undefined ? undefined : numberAt(day.lastRunId, places.rowOf[last] ?? 0);
}

function namesOf({ ids, names }: SeriesDirectory): (seriesId: number) => string {
  return (seriesId) => names[ids.indexOf(seriesId)] ?? '';
}

/** All days of the groups that limiters test, where some of them are older than the days of a bundle. */
async function addOlderDays(db: Kysely<Database>, given: Given): Promise<Map<number, DayRollUp[]>> {
  const { platformId, rubric, directory, places, asOfMs } = given;
  const tests = limiterTests(rubric);
  const metrics = limiterMetrics(tests);
  const toDay = dayOf(asOfMs) - BUNDLE_DAYS;
  const isDistribution = (id: number) => directory.groups[groupAt(directory, id)]?.metric.kind === 'distribution';
  const query = { platformId, fromDay: Number.NEGATIVE_INFINITY, toDay, asOfMs, isDistribution };
  const oldDays = await readDays(db, query, () => listOldSampleDays(db, { platformId, metrics, toDay }));
  const oldOf = Map.groupBy(oldDays, ({ seriesId }) => groupAt(directory, seriesId));
  const tested = [...directory.groups.entries()].filter(([, { metric }]) => metrics.includes(metric.key));
  const groups = tested.map(([place, shape]) => ({ place, group: { ...shape, series: new Map() } }));
  const recent = groups.map(({ place, group }) => ({ group, days: rollUpsOf(given, places, place) }));
  const old = groups.map(({ place, group }) => ({ group, days: oldOf.get(place) ?? [] }));
  const complete = addOldWindows(tests, { recent, old, asOfMs });
  return new Map(groups.map(({ place }, index) => [place, complete[index]?.days ?? []]));
}

const groupAt = ({ ids, groupOf }: SeriesDirectory, seriesId: number) => groupOf[ids.indexOf(seriesId)] ?? -1;
