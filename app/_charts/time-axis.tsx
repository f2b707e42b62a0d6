import { CartesianGrid, ReferenceLine, XAxis } from 'recharts';
import { formatDate } from '../_messages/format.ts';

export const TICK = { fill: 'var(--color-muted)', fontSize: 12 } as const;

/** What every chart over time has below and behind it: elements of the chart itself, so a function and no component. */
export function timeAxis(locale: string) {
  return [
    <CartesianGrid key="grid" vertical={false} stroke="var(--color-hairline)" />,
    <XAxis
      key="time"
      dataKey="at"
      type="number"
      scale="time"
      domain={['dataMin', 'dataMax']}
      tick={TICK}
      tickLine={false}
      axisLine={{ stroke: 'var(--color-line)' }}
      minTickGap={48}
      tickFormatter={(at: number) => formatDate(new Date(at).toISOString(), locale)}
    />,
  ];
}

/** Days on which a series breaks, numbered from the left as the words below number them. */
export function breakLines(days: readonly string[]) {
  return days.map((day, index) => (
    <ReferenceLine
      key={day}
      x={Date.parse(day)}
      stroke="var(--color-line)"
      strokeDasharray="3 3"
      label={{ value: `${index + 1}`, position: 'insideTopLeft', ...TICK }}
    />
  ));
}
