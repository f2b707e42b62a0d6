import type { Test } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';

export type Feed = { criterion: string; aspect: string; level: number; title: string };

/** For each metric, the criteria whose tests read it. */
export function feedsOf(rubric: Rubric): Map<string, Feed[]> {
  const feeds = new Map<string, Feed[]>();
  for (const { id, aspect, level, title, test } of rubric.pack.criteria) {
    for (const metric of new Set(metricsOf(test))) {
      feeds.set(metric, [...(feeds.get(metric) ?? []), { criterion: id, aspect, level, title }]);
    }
  }
  return feeds;
}

function metricsOf(test: Test): string[] {
  if ('metric' in test) return test.denominator === undefined ? [test.metric] : [test.metric, test.denominator];
  if ('all' in test) return test.all.flatMap(metricsOf);
  if ('any' in test) return test.any.flatMap(metricsOf);
  if ('at_least' in test) return test.at_least.of.flatMap(metricsOf);
  return 'not' in test ? metricsOf(test.not) : [];
}
