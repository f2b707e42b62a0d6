import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { ImprovementForm } from '../../_backlog/improvement-form.tsx';
import { namesOf } from '../../_backlog/names-of.ts';
import { readItem } from '../../_backlog/read-item.ts';

type Props = { params: Promise<{ platform: string; improvement: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('backlog.form.titleEdit') };
}

export default async function EditImprovementPage({ params }: Props) {
  const { platform } = await params;
  const [{ item }, t] = await Promise.all([readItem(await params), getText()]);
  if (!item.rights.change) redirect(`/p/${platform}/backlog/${item.id}`);
  const choices = await found((await api()).backlog.choices({ platform }));
  return (
    <>
      <PageHeader title={t('backlog.form.titleEdit')} about={item.title} />
      <ImprovementForm platform={platform} choices={choices} names={namesOf(choices)} draft={item} item={item} />
    </>
  );
}
