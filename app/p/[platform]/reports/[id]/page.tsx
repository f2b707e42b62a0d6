import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ReportActions } from './report-actions.tsx';
import { ReportArticle } from './report-article.tsx';
import { ReviewBar } from './review-bar.tsx';

type Props = { params: Promise<{ platform: string; id: string }> };

/** Read once for the page and its title. A quarter without a published report has no page. */
const readReport = cache(async (platform: string, id: string) => {
  const caller = await api();
  try {
    return await caller.reports.read({ platform, id });
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'CONFLICT') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { platform, id } = await params;
  return { title: (await found(readReport(platform, id))).report.title };
}

export default async function ReportPage({ params }: Props) {
  const [{ platform, id }, t] = await Promise.all([params, getText()]);
  const { report, summary, mayReview } = await found(readReport(platform, id));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 pb-6 print:hidden">
        <Link className="link" href={`/p/${platform}/reports`}>
          {t('reports.back')}
        </Link>
        <ReportActions platform={platform} id={summary.id} />
      </div>
      {summary.state === 'in_review' && mayReview ? <ReviewBar platform={platform} id={summary.id} /> : null}
      <ReportArticle report={report} />
    </>
  );
}
