import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { ReportArticle } from '../../[id]/report-article.tsx';
import { FreezeDialog } from '../../freeze-dialog.tsx';
import { DraftForm } from './draft-form.tsx';

type Props = { params: Promise<{ platform: string; period: string }> };

/** Read once for the page and its title. Null: the platform has not been scored yet; a label that is no quarter has no page. */
const readDraft = cache(async (platform: string, period: string) => {
  const caller = await api();
  try {
    return await caller.reports.preview({ platform, period });
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : null;
    if (code === 'SERVICE_UNAVAILABLE') return null;
    if (code === 'BAD_REQUEST') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ platform, period }, t] = await Promise.all([params, getText()]);
  const draft = await found(readDraft(platform, period));
  return { title: t('reports.draft.title', { report: draft?.report.title ?? period }) };
}

/** The report of a quarter as it would be if it were frozen now, with the words that editors give it. */
export default async function DraftPage({ params }: Props) {
  const [{ platform, period }, t, caller] = await Promise.all([params, getText(), api()]);
  const draft = await found(readDraft(platform, period));
  if (draft === null) {
    return (
      <>
        <PageHeader title={t('reports.draft.title', { report: period })} />
        <EmptyState title={t('reports.draft.notScoredTitle')}>{t('reports.draft.notScored')}</EmptyState>
      </>
    );
  }
  const { report, words } = draft;
  const suggested = await found(caller.assessments.suggestPeriod({ platform }));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 pb-6 print:hidden">
        <Link className="link" href={`/p/${platform}/reports`}>
          {t('reports.back')}
        </Link>
        <FreezeDialog platform={platform} suggested={suggested} period={period} />
      </div>
      <DraftForm platform={platform} period={period} words={words} />
      <ReportArticle report={report} />
    </>
  );
}
