import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { TrackerTable } from './_tracker/tracker-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('trackers.title') };
}

export default async function TrackersPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor, timeZone } = await platformHere((await params).platform);
  const trackers = await found((await api()).trackers.list({ platform }));
  const home = `/p/${platform}/settings/trackers`;
  const add = editor ? (
    <ButtonLink variant="primary" href={`${home}/new`}>
      {t('trackers.add')}
    </ButtonLink>
  ) : null;
  if (trackers.length === 0) {
    return (
      <EmptyState title={t('trackers.emptyTitle')} action={add}>
        {t(editor ? 'trackers.empty' : 'trackers.emptyViewer')}
      </EmptyState>
    );
  }
  return (
    <>
      <SectionHeader title={t('trackers.title')} about={t('trackers.about')}>
        {add}
      </SectionHeader>
      <TrackerTable trackers={trackers} home={home} timeZone={timeZone} />
    </>
  );
}
