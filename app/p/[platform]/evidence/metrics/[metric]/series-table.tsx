import Link from 'next/link';
import { formatDateTime, formatValue, formatWhen } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import { sourceName } from '../../source-name.ts';
import type { Dimension, MetricSeries } from './metric.ts';

type Props = { series: MetricSeries[]; chosen: number; here: string; dimension: Dimension; now: string };

/** Every series of a metric with its newest value and where it came from. */
export async function SeriesTable({ series, chosen, here, dimension, now }: Props) {
  const t = await getText();
  return (
    <Table label={t('evidence.detail.series')}>
      <Head>
        <tr>
          <HeadCell>{t('evidence.detail.capability')}</HeadCell>
          <HeadCell>{t('evidence.detail.team')}</HeadCell>
          <HeadCell numeric>{t('evidence.newest')}</HeadCell>
          <HeadCell>{t('evidence.observed')}</HeadCell>
          <HeadCell>{t('evidence.detail.received')}</HeadCell>
          <HeadCell>{t('evidence.source')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {series.map((one) => (
          <Row key={one.id}>
            <Cell className="min-w-40">
              <Link
                className={one.id === chosen ? 'link font-medium' : 'link'}
                aria-current={one.id === chosen ? 'true' : undefined}
                href={`${here}?series=${one.id}`}
              >
                {one.capabilityName ?? t('evidence.detail.wholePlatform')}
              </Link>
            </Cell>
            <Cell>
              {[one.team, ...Object.entries(one.labels).map(([label, value]) => `${label} ${value}`)]
                .filter(Boolean)
                .join(', ') || <span className="text-muted">{t('evidence.detail.allTeams')}</span>}
            </Cell>
            <Cell numeric className="whitespace-nowrap">
              {formatValue(one.value, dimension, t.locale)}
            </Cell>
            <Cell className="whitespace-nowrap">{formatWhen(one.at, new Date(now), t.locale)}</Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(one.receivedAt, t.locale)}</Cell>
            <Cell className="whitespace-nowrap">
              {sourceName(t, one.source)} <span className="text-muted">{one.origin}</span>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
