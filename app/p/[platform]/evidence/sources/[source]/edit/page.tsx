import type { Metadata } from 'next';
import { getText } from '../../../../../../_messages/get-text.ts';
import { found } from '../../../../../../_trpc/found.ts';
import { api } from '../../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../../../_ui/page-header.tsx';
import { EvidenceTabs } from '../../../evidence-tabs.tsx';
import { readDraft } from '../../_source/read-draft.ts';
import { SourceEditor } from '../../_source/source-editor.tsx';

type Props = { params: Promise<{ platform: string; source: string }> };

const readHere = async (params: Props['params']) => found((await api()).sources.read(await params));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getText();
  return { title: t('sources.form.editTitle', { name: (await readHere(params)).name }) };
}

export default async function EditSourcePage({ params }: Props) {
  const t = await getText();
  const { platform } = await params;
  const source = await readHere(params);
  const title = t('sources.form.editTitle', { name: source.name });
  return (
    <>
      <PageHeader title={title} />
      <EvidenceTabs platform={platform} current="sources" />
      {source.form === null ? (
        <EmptyState title={title}>{t('sources.form.notAllowed')}</EmptyState>
      ) : (
        <SourceEditor
          platform={platform}
          form={await found((await api()).sources.form({ platform }))}
          source={{ id: source.id, kind: source.kind, secrets: source.form.secrets, allowed: source.form.allowed }}
          draft={readDraft(source, source.form)}
        />
      )}
    </>
  );
}
