import type { Metadata } from 'next';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { platformHere } from '../../platform-here.ts';
import { SectionHeader } from '../../section-header.tsx';
import { TrackerEditor } from '../_tracker/tracker-editor.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('trackers.form.newTitle') };
}

export default async function NewTrackerPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  if (!editor) {
    return <EmptyState title={t('trackers.form.newTitle')}>{t('trackers.form.notAllowed')}</EmptyState>;
  }
  const form = await found((await api()).trackers.form({ platform }));
  return (
    <>
      <SectionHeader title={t('trackers.form.newTitle')} about={t('trackers.about')} />
      <TrackerEditor platform={platform} form={form} tracker={null} draft={null} />
    </>
  );
}
