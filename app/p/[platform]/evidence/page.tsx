import type { Metadata } from 'next';
import { getText } from '../../../_messages/get-text.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { Stat } from '../../../_ui/stat.tsx';
import { platformHere } from '../settings/platform-here.ts';
import { EvidenceTabs } from './evidence-tabs.tsx';
import { FailingSources } from './failing-sources.tsx';
import { FirstValues } from './first-values.tsx';
import { MetricFilter } from './metric-filter.tsx';
import { type MetricRow, parseMetricSearch, searchMetrics } from './metric-search.ts';
import { MetricTable } from './metric-table.tsx';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<{ q?: string | string[]; show?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('evidence.title') };
}

export default async function EvidencePage({ params, searchParams }: Props) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  const { metrics, waiting } = await found((await api()).evidence.listMetrics({ platform }));
  const search = parseMetricSearch(await searchParams);
  const shown = searchMetrics(metrics, search);
  const home = `/p/${platform}/evidence`;
  const nothingYet = !waiting && metrics.every(({ freshness }) => freshness === 'never');
  return (
    <>
      <PageHeader title={t('evidence.title')} about={t('evidence.about')}>
        {editor && !nothingYet ? <ButtonLink href={`${home}/upload`}>{t('evidence.upload')}</ButtonLink> : null}
      </PageHeader>
      <EvidenceTabs platform={platform} current="metrics" />
      {nothingYet ? <FirstValues platform={platform} editor={editor} /> : <FreshnessFigures metrics={metrics} />}
      <FailingSources platform={platform} />
      {waiting ? (
        <div className="mb-4">
          <Notice live>{t('evidence.waiting')}</Notice>
        </div>
      ) : null}
      <MetricFilter search={search} home={home} />
      {shown.length === 0 ? (
        <EmptyState
          title={t('evidence.nothingFound')}
          action={<ButtonLink href={home}>{t('evidence.clear')}</ButtonLink>}
        >
          {t('evidence.nothingFoundText')}
        </EmptyState>
      ) : (
        <MetricTable metrics={shown} home={home} />
      )}
    </>
  );
}

async function FreshnessFigures({ metrics }: { metrics: MetricRow[] }) {
  const t = await getText();
  const count = (freshness: MetricRow['freshness']) => metrics.filter((one) => one.freshness === freshness).length;
  return (
    <dl className="mb-6 flex flex-wrap gap-x-10 gap-y-4">
      <Stat value={count('fresh')} label={t('evidence.fresh')}>
        {t('evidence.freshHint')}
      </Stat>
      <Stat value={count('stale')} label={t('evidence.stale')}>
        {t('evidence.staleHint')}
      </Stat>
      <Stat value={count('never')} label={t('evidence.never')}>
        {t('evidence.neverHint')}
      </Stat>
    </dl>
  );
}
