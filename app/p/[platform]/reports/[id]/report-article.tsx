import { Notice } from '../../../../_ui/notice.tsx';
import type { Report } from '../reports-data.ts';
import { PrintFooter } from './print-footer.tsx';
import { ReportBlock } from './report-block.tsx';

/** A report, frozen or drafted, as its readers see it. */
export function ReportArticle({ report }: { report: Report }) {
  const { line, hash } = report.footer;
  return (
    <>
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
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report never move
              <ReportBlock key={index} block={block} steps={report.levels.length} />
            ))}
          </section>
        ))}
        <footer className="mt-12 border-t border-hairline pt-3 text-xs text-muted print:hidden">
          <p>{line}</p>
          {hash === null ? null : <p className="figures break-all">{hash}</p>}
        </footer>
      </article>
      <PrintFooter line={line} hash={hash ?? ''} />
    </>
  );
}
