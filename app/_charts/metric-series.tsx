'use client';

import { Area, ComposedChart, Line, ReferenceArea, ReferenceLine, ResponsiveContainer, YAxis } from 'recharts';
import { formatDate, formatValue } from '../_messages/format.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../_ui/table.tsx';
import type { Chart, ChartProps } from './chart.ts';
import { TICK, timeAxis } from './time-axis.tsx';

type Point = { day: string; value: number; least: number; most: number };
/** A series of a metric by day, the days that decide, and what the criteria that read it ask of a single day. */
type Data = {
  dimension: 'ratio' | 'duration' | 'count' | 'points';
  points: readonly Point[];
  window: { from: string; to: string } | null;
  thresholds: readonly { value: number; criteria: readonly string[] }[];
};

/** Shares have their own ends; everything else leaves some air above the highest value or threshold. */
function topOf({ dimension, points, thresholds }: Data): number {
  const highest = Math.max(0, ...points.map(({ most }) => most), ...thresholds.map(({ value }) => value));
  if (dimension === 'ratio' && highest <= 1) return 1;
  return dimension === 'points' ? Math.max(100, highest) : highest * 1.1 || 1;
}

function Drawing({ data, t }: ChartProps<Data>) {
  const points = data.points.map(({ day, value, least, most }) => ({
    at: Date.parse(day),
    value,
    spread: [least, most],
  }));
  const first = points[0]?.at ?? 0;
  const last = points.at(-1)?.at ?? 0;
  const { window } = data;
  return (
    <ResponsiveContainer width="100%" height={240}>
      <ComposedChart data={points} margin={{ top: 12, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        {timeAxis(t.locale)}
        <YAxis
          domain={[0, topOf(data)]}
          width={72}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) => formatValue(value, data.dimension, t.locale)}
        />
        {window === null ? null : (
          <ReferenceArea
            x1={Math.max(first, Date.parse(window.from))}
            x2={Math.min(last, Date.parse(window.to))}
            fill="var(--color-level-1)"
            fillOpacity={0.2}
          />
        )}
        <Area dataKey="spread" fill="var(--color-level-2)" fillOpacity={0.25} stroke="none" isAnimationActive={false} />
        {data.thresholds.map(({ value, criteria }) => (
          <ReferenceLine
            key={value}
            y={value}
            stroke="var(--color-ink)"
            strokeDasharray="3 3"
            label={{ value: criteria.join(', '), position: 'insideBottomLeft', ...TICK }}
          />
        ))}
        <Line
          dataKey="value"
          stroke="var(--color-level-4)"
          strokeWidth={2}
          dot={points.length < 40 ? { r: 2 } : false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function SeriesTable({ data, t }: ChartProps<Data>) {
  const value = (number: number) => formatValue(number, data.dimension, t.locale);
  return (
    <Table label={t('charts.metric-series.title')}>
      <Head>
        <tr>
          <HeadCell>{t('charts.day')}</HeadCell>
          <HeadCell numeric>{t('charts.metric-series.value')}</HeadCell>
          <HeadCell numeric>{t('charts.metric-series.spread')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {data.points.toReversed().map((point) => (
          <Row key={point.day}>
            <Cell>{formatDate(point.day, t.locale)}</Cell>
            <Cell numeric>{value(point.value)}</Cell>
            <Cell numeric>
              {value(point.least)}–{value(point.most)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export const metricSeries: Chart<Data> = { Drawing, Table: SeriesTable };
