import type { CompiledTest, MetricTest } from '#rubrics/compiled.ts';
import { dateOf } from '#rubrics/evidence/days.ts';
import type { MetricDefinition } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';

type Day = { day: number; last: number; sum: number; count: number; min: number; max: number };
type Series = { rubric: Rubric; definition: MetricDefinition; capability: string | null };

const DAY_S = 86_400;
/** What a window of these says cannot be held against a single day. */
const OF_WINDOW = ['sum', 'count', 'distinct', 'share'];

/** One number for a day: the last state, the mean of observations, or the whole of what was added. */
function figureOf({ kind }: MetricDefinition, { last, sum, count }: Day): number {
  if (kind === 'level') return last;
  return kind === 'increment' ? sum : sum / count;
}

function leavesOf({ test }: CompiledTest): MetricTest[] {
  if ('children' in test) return test.children.flatMap(leavesOf);
  return test.kind === 'metric' ? [test] : [];
}

/**
 * A series as a chart draws it: a point a day, the widest window that a criterion looks at, and the thresholds that single
 * days can be held against. `days` come newest first, the chart goes the other way.
 */
export function chartSeries({ rubric, definition, capability }: Series, days: readonly Day[], now: Date) {
  const tests = rubric.criteria.flatMap(({ source, test }) =>
    leavesOf(test)
      .filter((leaf) => leaf.metric === definition.key || leaf.denominator === definition.key)
      .map((leaf) => ({ criterion: source.id, leaf })),
  );
  const seconds = Math.max(0, ...tests.map(({ leaf }) => leaf.windowSeconds));
  const held = tests.filter(
    ({ leaf }) =>
      leaf.metric === definition.key &&
      leaf.where === null &&
      leaf.ofPlatform === (capability === null) &&
      !OF_WINDOW.includes(leaf.statistic),
  );
  return {
    points: days.toReversed().map((day) => ({
      ...{ day: dateOf(day.day), value: figureOf(definition, day) },
      ...(definition.kind === 'increment'
        ? { least: figureOf(definition, day), most: figureOf(definition, day) }
        : { least: day.min, most: day.max }),
    })),
    window:
      seconds === 0
        ? null
        : {
            from: new Date(now.getTime() - seconds * 1000).toISOString(),
            to: now.toISOString(),
            days: Math.round(seconds / DAY_S),
          },
    thresholds: [...Map.groupBy(held, ({ leaf }) => leaf.threshold)].map(([value, same]) => ({
      value,
      criteria: [...new Set(same.map(({ criterion }) => criterion))],
    })),
  };
}
