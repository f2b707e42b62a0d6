import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { platformHere } from '../../settings/platform-here.ts';
import { EvidenceTabs } from '../evidence-tabs.tsx';
import { SourceTable } from './_source/source-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('sources.title') };
}

export default async function SourcesPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  const sources = await found((await api()).sources.list({ platform }));
  const home = `/p/${platform}/evidence/sources`;
  const add = editor ? (
    <ButtonLink variant="primary" href={`${home}/new`}>
      {t('sources.add')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title={t('sources.title')} about={t('sources.about')}>
        {sources.length > 0 ? add : null}
      </PageHeader>
      <EvidenceTabs platform={platform} current="sources" />
      {sources.length === 0 ? (
        <EmptyState title={t('sources.emptyTitle')} action={add}>
          {editor ? t('sources.empty') : t('sources.emptyViewer')}
        </EmptyState>
      ) : (
        <SourceTable sources={sources} home={home} />
      )}
    </>
  );
}
