import { formatDate, formatDateTime, formatValue } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import { sourceName } from '../../source-name.ts';
import { type Dimension, type Metric, type MetricSeries, seriesName } from './metric.ts';

type Props = { days: Metric['days']; series: MetricSeries; dimension: Dimension };

/** The newest days of one series, with where each day's last value came from. */
export async function DayTable({ days, series, dimension }: Props) {
  const t = await getText();
  const title = t('evidence.detail.days', { name: seriesName(t, series) });
  const value = (number: number) => formatValue(number, dimension, t.locale);
  return (
    <section className="mb-8">
      <h2 className="mb-2 font-semibold">{title}</h2>
      <Table label={title}>
        <Head>
          <tr>
            <HeadCell>{t('evidence.detail.day')}</HeadCell>
            <HeadCell numeric>{t('evidence.detail.last')}</HeadCell>
            <HeadCell numeric>{t('evidence.detail.count')}</HeadCell>
            <HeadCell numeric>{t('evidence.detail.least')}</HeadCell>
            <HeadCell numeric>{t('evidence.detail.most')}</HeadCell>
            <HeadCell>{t('evidence.detail.received')}</HeadCell>
            <HeadCell>{t('evidence.source')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {days.map((day) => (
            <Row key={day.day}>
              <Cell className="whitespace-nowrap">{formatDate(day.day, t.locale)}</Cell>
              <Cell numeric>{value(day.last)}</Cell>
              <Cell numeric>{day.count}</Cell>
              <Cell numeric>{value(day.min)}</Cell>
              <Cell numeric>{value(day.max)}</Cell>
              <Cell className="whitespace-nowrap">{formatDateTime(day.receivedAt, t.locale)}</Cell>
              <Cell className="whitespace-nowrap">
                {sourceName(t, day.source)} <span className="text-muted">{day.origin}</span>
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
