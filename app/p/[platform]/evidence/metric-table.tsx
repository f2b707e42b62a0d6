import Link from 'next/link';
import { formatValue, formatWhen } from '../../../_messages/format.ts';
import { getText } from '../../../_messages/get-text.ts';
import { Badge } from '../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import type { MetricRow } from './metric-search.ts';
import { sourceName } from './source-name.ts';

/** The metric catalogue with what has arrived. */
export async function MetricTable({ metrics, home }: { metrics: MetricRow[]; home: string }) {
  const t = await getText();
  return (
    <Table label={t('evidence.tabMetrics')}>
      <Head>
        <tr>
          <HeadCell>{t('evidence.metric')}</HeadCell>
          <HeadCell numeric>{t('evidence.newest')}</HeadCell>
          <HeadCell>{t('evidence.observed')}</HeadCell>
          <HeadCell>{t('evidence.source')}</HeadCell>
          <HeadCell numeric>{t('evidence.seriesCount')}</HeadCell>
          <HeadCell>{t('evidence.feeds')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {metrics.map((metric) => (
          <MetricLine key={metric.key} metric={metric} home={home} />
        ))}
      </Body>
    </Table>
  );
}

async function MetricLine({ metric, home }: { metric: MetricRow; home: string }) {
  const t = await getText();
  const { newest, dimension, feeds } = metric;
  return (
    <Row>
      <Cell className="min-w-52">
        <Link className="link" href={`${home}/metrics/${metric.key}`}>
          {metric.name}
        </Link>
        <span className="block text-xs text-muted">{metric.goal ?? metric.key}</span>
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {newest === null ? null : formatValue(newest.value, dimension, t.locale)}
      </Cell>
      <Cell className="whitespace-nowrap">
        {newest === null ? (
          <span className="text-muted">{t('evidence.noValue')}</span>
        ) : (
          <span className="inline-flex items-center gap-2">
            {formatWhen(newest.at, new Date(), t.locale)}
            {metric.freshness === 'stale' ? <Badge tone="needs-you">{t('evidence.stale')}</Badge> : null}
          </span>
        )}
      </Cell>
      <Cell className="whitespace-nowrap">{newest === null ? null : sourceName(t, newest.source)}</Cell>
      <Cell numeric>{metric.series === 0 ? null : metric.series}</Cell>
      <Cell className="whitespace-nowrap text-muted" title={feeds.map(({ criterion }) => criterion).join(', ')}>
        {feeds.length === 0 ? t('evidence.feedsNone') : t('evidence.feedsCriteria', { n: feeds.length })}
      </Cell>
    </Row>
  );
}
