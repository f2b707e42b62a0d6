import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

export type MetricRow = inferRouterOutputs<AppRouter>['evidence']['listMetrics']['metrics'][number];

export const SHOWN = ['all', 'fresh', 'stale', 'never'] as const;
export type MetricSearch = { words: string; show: (typeof SHOWN)[number] };

/** What the address asks for. */
export function parseMetricSearch({ q, show }: { q?: string | string[]; show?: string | string[] }): MetricSearch {
  return {
    words: typeof q === 'string' ? q.slice(0, 100) : '',
    show: SHOWN.find((one) => one === show) ?? 'all',
  };
}

/** The metrics that hold every word, in name, key, question or description; what has values comes first. */
export function searchMetrics(metrics: MetricRow[], { words, show }: MetricSearch): MetricRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = metrics.filter((metric) => {
    if (show !== 'all' && metric.freshness !== show) return false;
    const text = [metric.key, metric.number, metric.name, metric.goal, metric.description].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return [...found.filter(({ newest }) => newest !== null), ...found.filter(({ newest }) => newest === null)];
}
