'use client';

import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatDate, formatPercent } from '../_messages/format.ts';

export type PercentDay = {
  day: string;
  value: number | null;
  low: number | null;
  high: number | null;
  rubricVersion: string;
};

const TICK = { fill: 'var(--color-muted)', fontSize: 12 } as const;

/** Days on which another rubric was used than on the day before: what lies on both sides is not one series. */
function rubricBreaks(days: readonly PercentDay[]): PercentDay[] {
  return days.filter((day, index) => index > 0 && days[index - 1]?.rubricVersion !== day.rubricVersion);
}

/** Percent to target by day: a line in its range. A break is drawn where the rubric changed. */
export function PercentTrend({
  days,
  locale,
  breakLabel,
}: {
  days: readonly PercentDay[];
  locale: string;
  breakLabel: (version: string) => string;
}) {
  const points = days.map(({ day, value, low, high }) => ({
    at: Date.parse(day),
    value,
    range: low === null || high === null ? null : [low, high],
  }));
  return (
    <ResponsiveContainer width="100%" height={200}>
      <ComposedChart data={points} margin={{ top: 12, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-hairline)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-line)' }}
          minTickGap={48}
          tickFormatter={(at: number) => formatDate(new Date(at).toISOString(), locale)}
        />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          width={44}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) => formatPercent(value, locale)}
        />
        {rubricBreaks(days).map(({ day, rubricVersion }) => (
          <ReferenceLine
            key={day}
            x={Date.parse(day)}
            stroke="var(--color-line)"
            strokeDasharray="3 3"
            label={{ value: breakLabel(rubricVersion), position: 'insideTopLeft', ...TICK }}
          />
        ))}
        <Area dataKey="range" fill="var(--color-level-1)" fillOpacity={0.3} stroke="none" isAnimationActive={false} />
        <Line
          dataKey="value"
          stroke="var(--color-level-4)"
          strokeWidth={2}
          dot={days.length < 10}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
