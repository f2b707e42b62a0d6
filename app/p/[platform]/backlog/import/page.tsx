import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { platformHere } from '../../settings/platform-here.ts';
import { proposeAddress } from '../_backlog/backlog-data.ts';
import { ImportImprovements } from './import-improvements.tsx';

const EXAMPLE = `external_key,title,criteria,capability,owner,due_on,effort_days,state
PLT-1,Find a second maintainer,INV-2.b,data,storage,2026-12-31,8,planned
PLT-2,Write down who decides,INV-2.a INV-2.b@messaging,,maren@example.org,,,proposed`;

/** Those that do not say by themselves what they hold. */
const COLUMNS = ['external_key', 'criteria', 'owner', 'due_on', 'effort_days', 'state'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('backlog.file.title') };
}

export default async function ImportImprovementsPage({ params }: { params: Promise<{ platform: string }> }) {
  const { platform } = await params;
  const [{ editor, role }, t] = await Promise.all([platformHere(platform), getText()]);
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
            <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
              {COLUMNS.map((column) => (
                <div key={column} className="contents">
                  <dt className="figures text-xs leading-5">{column}</dt>
                  <dd className="text-muted max-sm:pb-1">{t(`backlog.file.columns.${column}`)}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-2 text-muted">{t('backlog.file.columnsAbout')}</p>
            <figure className="mt-3">
              <figcaption className="text-xs text-muted">{t('catalogue.file.example')}</figcaption>
              <pre className="figures mt-1 rounded-md bg-sunken p-3 text-xs break-words whitespace-pre-wrap">
                {EXAMPLE}
              </pre>
            </figure>
          </section>
        </div>
      ) : (
        <EmptyState
          title={t('backlog.file.notAllowedTitle')}
          action={
            role === 'owner' ? (
              <ButtonLink href={proposeAddress(platform)}>{t('backlog.propose')}</ButtonLink>
            ) : (
              <ButtonLink href={`/api/backlog/${platform}`} prefetch={false}>
                {t('backlog.download')}
              </ButtonLink>
            )
          }
        >
          {t(`backlog.file.notAllowed.${role === 'owner' ? 'owner' : 'viewer'}`)}
        </EmptyState>
      )}
    </>
  );
}
