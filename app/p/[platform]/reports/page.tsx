import type { Metadata } from 'next';
import { getText } from '../../../_messages/get-text.ts';
import { api } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { QuarterTable } from './quarter-table.tsx';

type Props = { params: Promise<{ platform: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('reports.title') };
}

export default async function ReportsPage({ params }: Props) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const { assessments, mayReview } = await caller.assessments.list({ platform });
  const freeze = mayReview ? (
    <FreezeDialog platform={platform} suggested={await caller.assessments.suggestPeriod({ platform })} />
  ) : null;
  if (assessments.length === 0) {
    return (
      <>
        <PageHeader title={t('reports.title')} about={t('reports.about')} />
        <EmptyState title={t('reports.emptyTitle')} action={freeze}>
          {mayReview ? t('reports.empty') : t('reports.emptyViewer')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('reports.title')} about={t('reports.about')}>
        {freeze}
      </PageHeader>
      <QuarterTable t={t} platform={platform} assessments={assessments} />
    </>
  );
}
