'use client';

import { Line, LineChart, ResponsiveContainer, YAxis } from 'recharts';
import { formatDate } from '../_messages/format.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../_ui/table.tsx';
import type { Chart, ChartProps } from './chart.ts';
import { TICK, timeAxis } from './time-axis.tsx';

/** Places of a campaign by day, oldest first: in force, and of these met by evidence. */
type Data = { days: readonly { day: string; reached: number; of: number }[] };

function Drawing({ data, t }: ChartProps<Data>) {
  const points = data.days.map(({ day, reached, of }) => ({ at: Date.parse(day), reached, of }));
  const few = points.length < 10;
  return (
    <ResponsiveContainer width="100%" height={180}>
      <LineChart data={points} margin={{ top: 12, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        {timeAxis(t.locale)}
        <YAxis domain={[0, 'dataMax']} allowDecimals={false} width={36} tick={TICK} tickLine={false} axisLine={false} />
        <Line
          dataKey="of"
          type="stepAfter"
          stroke="var(--color-line)"
          strokeDasharray="4 3"
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="reached"
          type="stepAfter"
          stroke="var(--color-level-4)"
          strokeWidth={2}
          dot={few}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

function ProgressTable({ data, t }: ChartProps<Data>) {
  return (
    <Table label={t('charts.campaign-progress.title')}>
      <Head>
        <tr>
          <HeadCell>{t('charts.day')}</HeadCell>
          <HeadCell numeric>{t('charts.campaign-progress.reached')}</HeadCell>
          <HeadCell numeric>{t('charts.campaign-progress.of')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {data.days.toReversed().map(({ day, reached, of }) => (
          <Row key={day}>
            <Cell>{formatDate(day, t.locale)}</Cell>
            <Cell numeric>{reached}</Cell>
            <Cell numeric>{of}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export const campaignProgress: Chart<Data> = { Drawing, Table: ProgressTable };
