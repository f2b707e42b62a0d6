'use client';

import { LazyChart } from '../../../../../_charts/lazy-chart.tsx';
import { charts } from '../../../../../_charts/registry.ts';
import { formatValue } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { type Dimension, type Metric, type MetricSeries, seriesName } from './metric.ts';

type Chart = Metric['chart'];
type Props = { chart: Chart; series: MetricSeries; dimension: Dimension; kind: Metric['definition']['kind'] };

/** What the shading and the dashed lines mean, for this series. */
function legendOf(t: AppText, { window, thresholds }: Chart, dimension: Dimension): string[] {
  return [
    ...(window === null ? [] : [t('evidence.chart.window', { n: window.days })]),
    ...thresholds.map(({ value, criteria }) =>
      t('evidence.chart.threshold', {
        value: formatValue(value, dimension, t.locale),
        criteria: criteria.join(', '),
      }),
    ),
  ];
}

/** How a series went, with what the criteria that read it look at and ask for. */
export function SeriesChart({ chart, series, dimension, kind }: Props) {
  const t = useText();
  if (chart.points.length < 2) return <p className="mb-8 text-muted">{t('evidence.chart.tooFew')}</p>;
  return (
    <section className="mb-8 max-w-4xl">
      <LazyChart
        chart={charts['metric-series']}
        data={{ dimension, ...chart }}
        height={240}
        title={t('evidence.chart.title', { name: seriesName(t, series) })}
        unit={t('evidence.chart.unit', {
          unit: t(`evidence.detail.units.${dimension}`),
          each: t(`evidence.chart.each.${kind}`),
        })}
      />
      <ul className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted">
        {legendOf(t, chart, dimension).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
