import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { platformHere } from '../../settings/platform-here.ts';
import { ImportImprovements } from './import-improvements.tsx';

const EXAMPLE = `external_key,title,criteria,capability,owner,due_on,effort_days,state
PLT-1,Find a second maintainer,INV-2.b,data,storage,2026-12-31,8,planned
PLT-2,Write down who decides,INV-2.a INV-2.b@messaging,,maren@example.org,,,proposed`;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('backlog.file.title') };
}

export default async function ImportImprovementsPage({ params }: { params: Promise<{ platform: string }> }) {
  const { platform } = await params;
  const [{ editor }, t] = await Promise.all([platformHere(platform), getText()]);
  const title = t('backlog.file.title');
  return (
    <>
      <PageHeader title={title} about={t('backlog.file.about')}>
        <ButtonLink href={`/p/${platform}/backlog/table`}>{t('backlog.file.back')}</ButtonLink>
      </PageHeader>
      {editor ? (
        <div className="flex flex-col gap-8">
          <ImportImprovements platform={platform} />
          <section className="max-w-2xl">
            <h2 className="font-semibold">{t('catalogue.file.columns')}</h2>
            <p className="mt-1 text-muted">{t('backlog.file.columnsText')}</p>
            <figure className="mt-3">
              <figcaption className="text-xs text-muted">{t('catalogue.file.example')}</figcaption>
              <pre className="figures mt-1 rounded-md bg-sunken p-3 text-xs break-words whitespace-pre-wrap">
                {EXAMPLE}
              </pre>
            </figure>
          </section>
        </div>
      ) : (
        <EmptyState title={t('backlog.file.notAllowedTitle')}>{t('backlog.file.notAllowed')}</EmptyState>
      )}
    </>
  );
}
