import type { Metadata } from 'next';
import { getText } from '../../../_messages/get-text.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { QuarterTable } from './quarter-table.tsx';
import type { Quarter } from './reports-data.ts';

type Props = { params: Promise<{ platform: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('reports.title') };
}

export default async function ReportsPage({ params }: Props) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const { assessments, mayReview } = await caller.assessments.list({ platform });
  const suggested = mayReview ? await caller.assessments.suggestPeriod({ platform }) : null;
  const freeze = suggested === null ? null : <FreezeDialog platform={platform} suggested={suggested} />;
  const isFrozen = assessments.some(({ period, state }) => period === suggested?.period && state !== 'superseded');
  const draft = suggested === null || isFrozen ? null : suggested.period;
  const start =
    draft === null ? null : (
      <>
        {freeze}
        <ButtonLink prefetch={false} href={`/p/${platform}/reports/draft/${draft}`}>
          {t('reports.draft.open')}
        </ButtonLink>
      </>
    );
  if (assessments.length === 0) {
    return (
      <>
        <PageHeader title={t('reports.title')} about={t('reports.about')} />
        <EmptyState title={t('reports.emptyTitle')} action={start}>
          {mayReview ? t('reports.empty') : t('reports.emptyViewer')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('reports.title')} about={t('reports.about')}>
        <CompareQuarters t={t} platform={platform} assessments={assessments} />
        {freeze}
      </PageHeader>
      <QuarterTable t={t} platform={platform} assessments={assessments} draft={draft} />
    </>
  );
}

/** Leads to what moved between the two newest published quarters; there any two can be chosen. */
function CompareQuarters({ t, platform, assessments }: { t: AppText; platform: string; assessments: Quarter[] }) {
  const [to, from] = assessments.filter(({ state }) => state === 'published');
  if (from === undefined || to === undefined) return null;
  return (
    <ButtonLink prefetch={false} href={`/p/${platform}/moved?from=${from.period}&to=${to.period}`}>
      {t('reports.compare', { from: from.period, to: to.period })}
    </ButtonLink>
  );
}
