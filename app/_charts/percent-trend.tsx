'use client';

import { Area, ComposedChart, Line, ResponsiveContainer, YAxis } from 'recharts';
import { formatDate, formatPercent } from '../_messages/format.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../_ui/table.tsx';
import type { Chart, ChartProps } from './chart.ts';
import { breakLines, TICK, timeAxis } from './time-axis.tsx';

export type PercentDay = { day: string; value: number | null; low: number | null; high: number | null };
/** Percent to target by day; `breakDays` are the days, each once, on which it stops being one series. */
type Data = { days: readonly PercentDay[]; breakDays: readonly string[] };

/** Where the series is cut, so that no line is drawn across a break. */
function cutAtBreaks({ days, breakDays }: Data) {
  const points = days.map(({ day, value, low, high }) => ({
    at: Date.parse(day),
    value,
    range: low === null || high === null ? null : [low, high],
  }));
  const cuts = breakDays.map((day) => ({ at: Date.parse(day) - 1, value: null, range: null }));
  return [...points, ...cuts].toSorted((a, b) => a.at - b.at);
}

function Drawing({ data, t }: ChartProps<Data>) {
  return (
    <ResponsiveContainer width="100%" height={200}>
      <ComposedChart
        data={cutAtBreaks(data)}
        margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        {timeAxis(t.locale)}
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          width={44}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) => formatPercent(value, t.locale)}
        />
        {breakLines(data.breakDays)}
        <Area dataKey="range" fill="var(--color-level-1)" fillOpacity={0.3} stroke="none" isAnimationActive={false} />
        <Line
          dataKey="value"
          stroke="var(--color-level-4)"
          strokeWidth={2}
          dot={data.days.length < 10}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function PercentTable({ data, t }: ChartProps<Data>) {
  const percent = (value: number | null) => (value === null ? t('charts.unknown') : formatPercent(value, t.locale));
  return (
    <Table label={t('charts.percent-trend.title')}>
      <Head>
        <tr>
          <HeadCell>{t('charts.day')}</HeadCell>
          <HeadCell numeric>{t('charts.percent-trend.value')}</HeadCell>
          <HeadCell numeric>{t('charts.percent-trend.range')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {data.days.toReversed().map(({ day, value, low, high }) => (
          <Row key={day}>
            <Cell>{formatDate(day, t.locale)}</Cell>
            <Cell numeric>{percent(value)}</Cell>
            <Cell numeric>
              {percent(low)}–{percent(high)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export const percentTrend: Chart<Data> = { Drawing, Table: PercentTable };
