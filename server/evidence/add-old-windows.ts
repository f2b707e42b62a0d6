import type { CompiledTest, MetricTest } from '#rubrics/compiled.ts';
import { dayOf } from '#rubrics/evidence/days.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { SeriesGroup } from './combine-series.ts';
import type { DayRollUp } from './roll-up-day.ts';

/** The metric leaves of limiters: they are tested on their newest decidable window, however old. */
export function limiterTests({ criteria }: Rubric): MetricTest[] {
  return criteria.filter(({ role }) => role === 'limiter').flatMap(({ test }) => metricTests(test));
}

/** The metrics that such tests read. */
export const limiterMetrics = (tests: readonly MetricTest[]): string[] => [
  ...new Set(tests.flatMap(({ metric, denominator }) => [metric, denominator ?? metric])),
];

function metricTests({ test }: CompiledTest): MetricTest[] {
  if (test.kind === 'metric') return [test];
  return 'children' in test ? test.children.flatMap(metricTests) : [];
}

export type GroupDays = { group: SeriesGroup; days: DayRollUp[] };
type Old = { recent: GroupDays[]; old: GroupDays[]; asOfMs: number };

/**
 * Adds to recent days the older ones that a limiter needs: those of the newest window with enough samples, where that window
 * reaches back before the recent days.
 */
export function addOldWindows(tests: readonly MetricTest[], { recent, old, asOfMs }: Old): GroupDays[] {
  const wanted = new Map<SeriesGroup, Set<number>>();
  for (const test of tests) {
    const capabilities = new Set(
      old.filter(({ group }) => group.metric.key === test.metric).map(({ group }) => group.capability),
    );
    for (const capability of capabilities) {
      const own = groupsOf(old, test.metric, capability).filter((one) => accepts(test, one.group));
      const denominators =
        test.denominator === null
          ? []
          : groupsOf(old, test.denominator, test.denominatorOfPlatform ? null : capability);
      const window = newestWindow(test, { own, denominators, recent, asOfMs });
      if (window === null) continue;
      for (const { group, days } of [...own, ...denominators]) {
        const chosen = wanted.get(group) ?? new Set();
        wanted.set(group, chosen);
        for (const { day } of days) if (day > window.from && day <= window.to) chosen.add(day);
      }
    }
  }
  return recent.map(({ group, days }) => {
    const chosen = wanted.get(group);
    const older = chosen === undefined ? [] : daysOf(old, group).filter(({ day }) => chosen.has(day));
    return { group, days: [...older, ...days] };
  });
}

const groupsOf = (groups: GroupDays[], metric: string, capability: string | null) =>
  groups.filter(({ group }) => group.metric.key === metric && group.capability === capability);
const daysOf = (groups: GroupDays[], wanted: SeriesGroup) => groups.find(({ group }) => group === wanted)?.days ?? [];
const accepts = ({ where }: MetricTest, { labels }: SeriesGroup) =>
  where === null || Object.entries(where).every(([label, values]) => values.includes(labels[label] ?? ''));

type Window = { from: number; to: number };
type Around = { own: GroupDays[]; denominators: GroupDays[]; recent: GroupDays[]; asOfMs: number };

/** The newest window (from, to] with enough samples, over recent and older days; null where there is none. */
function newestWindow(test: MetricTest, { own, denominators, recent, asOfMs }: Around): Window | null {
  const length = dayOf(asOfMs) - dayOf(asOfMs - test.windowSeconds * 1000);
  const all = (groups: GroupDays[]) => groups.flatMap(({ group, days }) => [...days, ...daysOf(recent, group)]);
  const values = all(own);
  const counted = test.denominator === null ? values : all(denominators);
  const ends = [...new Set([...values, ...counted].map(({ day }) => day))].toSorted((a, b) => b - a);
  for (const to of ends) {
    const window = { from: to - length, to };
    const n = counted
      .filter(({ day }) => day > window.from && day <= window.to)
      .reduce((sum, row) => sum + (test.denominator === null ? row.count : row.sum), 0);
    if (n > 0 && n >= test.minSamples) return window;
  }
  return null;
}
