import './report.css';
import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { Notice } from '../../../../_ui/notice.tsx';
import { PrintFooter } from './print-footer.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportBlock } from './report-block.tsx';
import { ReviewBar } from './review-bar.tsx';

type Props = { params: Promise<{ platform: string; id: string }> };

async function readReport({ params }: Props) {
  const [input, caller] = await Promise.all([params, api()]);
  try {
    return await caller.reports.read(input);
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await readReport(props)).report.title };
}

export default async function ReportPage(props: Props) {
  const [{ platform, id }, t, { report, summary, mayReview }] = await Promise.all([
    props.params,
    getText(),
    readReport(props),
  ]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 pb-6 print:hidden">
        <Link className="link" href={`/p/${platform}/reports`}>
          {t('reports.back')}
        </Link>
        <ReportActions platform={platform} id={id} />
      </div>
      {summary.state === 'in_review' && mayReview ? <ReviewBar platform={platform} id={id} /> : null}
      <article className="report mx-auto max-w-3xl text-base">
        <header className="pb-6">
          <h1 className="text-2xl font-semibold tracking-tight">{report.title}</h1>
          <p className="pt-2 text-muted">{report.coverLine}</p>
        </header>
        {report.standing === '' ? null : (
          <div className="pb-4">
            <Notice tone="needs-you">{report.standing}</Notice>
          </div>
        )}
        {report.sections.map((section) => (
          <section key={section.id} className={section.startsPage ? 'report-page pt-12' : 'pt-10'}>
            <h2 className="pb-4 text-xl font-semibold tracking-tight">{section.title}</h2>
            {section.blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a frozen report never move
              <ReportBlock key={index} block={block} steps={report.levels.length} />
            ))}
          </section>
        ))}
        <footer className="mt-12 border-t border-hairline pt-3 text-xs text-muted print:hidden">
          <p>{report.footer.line}</p>
          <p className="figures break-all">{report.footer.hash ?? ''}</p>
        </footer>
      </article>
      <PrintFooter line={report.footer.line} hash={report.footer.hash ?? ''} />
    </>
  );
}
