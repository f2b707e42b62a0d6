import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { EvidenceTabs } from '../evidence-tabs.tsx';
import { RunTable } from '../run-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('evidence.tabRuns') };
}

export default async function RunsPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { platform } = await params;
  const runs = await found((await api()).evidence.listRuns({ platform }));
  return (
    <>
      <PageHeader title={t('evidence.tabRuns')} about={t('evidence.runs.about')} />
      <EvidenceTabs platform={platform} current="runs" />
      {runs.length === 0 ? (
        <EmptyState title={t('evidence.runs.emptyTitle')}>{t('evidence.runs.empty')}</EmptyState>
      ) : (
        <RunTable runs={runs} />
      )}
    </>
  );
}
