import type { Metadata } from 'next';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { platformHere } from '../../../settings/platform-here.ts';
import { EvidenceTabs } from '../../evidence-tabs.tsx';
import { SourceEditor } from '../_source/source-editor.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('sources.form.newTitle') };
}

export default async function NewSourcePage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  return (
    <>
      <PageHeader title={t('sources.form.newTitle')} about={t('sources.form.newAbout')} />
      <EvidenceTabs platform={platform} current="sources" />
      {editor ? (
        <SourceEditor
          platform={platform}
          form={await found((await api()).sources.form({ platform }))}
          source={null}
          draft={null}
        />
      ) : (
        <EmptyState title={t('sources.form.newTitle')}>{t('sources.form.notAllowed')}</EmptyState>
      )}
    </>
  );
}
