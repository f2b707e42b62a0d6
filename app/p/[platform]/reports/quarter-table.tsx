import Link from 'next/link';
import { formatDate, formatDateTime, formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { Badge } from '../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import type { Quarter } from './reports-data.ts';

const TONES = { in_review: 'needs-you', published: 'accent', superseded: 'neutral' } as const;

/** The frozen quarters of a platform, newest first; each leads to its report. */
export function QuarterTable({
  t,
  platform,
  assessments,
  draft,
}: {
  t: AppText;
  platform: string;
  assessments: Quarter[];
  /** the quarter that may be drafted; null: nobody may, or it waits for review */
  draft: string | null;
}) {
  return (
    <Table label={t('reports.title')}>
      <Head>
        <tr>
          <HeadCell>{t('reports.quarter')}</HeadCell>
          <HeadCell>{t('reports.state')}</HeadCell>
          <HeadCell numeric>{t('reports.toTarget')}</HeadCell>
          <HeadCell>{t('reports.asOf')}</HeadCell>
          <HeadCell>{t('reports.rubric')}</HeadCell>
          <HeadCell>{t('reports.frozen')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {draft === null ? null : <DraftRow t={t} platform={platform} period={draft} />}
        {assessments.map((quarter) => (
          <Row key={quarter.id}>
            <Cell>
              <Link className="link font-medium" prefetch={false} href={`/p/${platform}/reports/${quarter.id}`}>
                {quarter.period}
              </Link>
            </Cell>
            <Cell>
              <Badge tone={TONES[quarter.state]}>{t(`reports.states.${quarter.state}`)}</Badge>
            </Cell>
            <Cell numeric>
              <Percent t={t} percent={quarter.percentToTarget} />
            </Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(quarter.asOf, t.locale)}</Cell>
            <Cell className="whitespace-nowrap">
              {quarter.rubric.id} {quarter.rubric.version}
            </Cell>
            <Cell>{t('reports.by', { name: quarter.frozenBy, date: formatDate(quarter.frozenAt, t.locale) })}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function DraftRow({ t, platform, period }: { t: AppText; platform: string; period: string }) {
  return (
    <Row>
      <Cell>
        <Link className="link font-medium" prefetch={false} href={`/p/${platform}/reports/draft/${period}`}>
          {period}
        </Link>
      </Cell>
      <Cell>
        <Badge tone="neutral">{t('reports.states.draft')}</Badge>
      </Cell>
      <Cell numeric />
      <Cell className="text-muted">{t('reports.draft.row')}</Cell>
      <Cell />
      <Cell />
    </Row>
  );
}

function Percent({ t, percent: { value, low, high } }: { t: AppText; percent: Quarter['percentToTarget'] }) {
  if (value === null || low === null || high === null) return t('meter.unknown');
  const [from, to] = [formatPercent(low, t.locale), formatPercent(high, t.locale)];
  return (
    <>
      {formatPercent(value, t.locale)}
      {from === to ? null : (
        <span className="block text-xs text-muted">{t('reports.range', { low: from, high: to })}</span>
      )}
    </>
  );
}
