import type { Metadata } from 'next';
import { getText } from '../../../../../../_messages/get-text.ts';
import { found } from '../../../../../../_trpc/found.ts';
import { api } from '../../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../../_ui/empty-state.tsx';
import { SectionHeader } from '../../../section-header.tsx';
import { readDraft } from '../../_tracker/draft.ts';
import { TrackerEditor } from '../../_tracker/tracker-editor.tsx';

type Props = { params: Promise<{ platform: string; tracker: string }> };

const readHere = async (params: Props['params']) => found((await api()).trackers.read(await params));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getText();
  return { title: t('trackers.form.editTitle', { name: (await readHere(params)).name }) };
}

export default async function EditTrackerPage({ params }: Props) {
  const t = await getText();
  const { platform } = await params;
  const tracker = await readHere(params);
  const title = t('trackers.form.editTitle', { name: tracker.name });
  if (tracker.form === null) return <EmptyState title={title}>{t('trackers.form.notAllowed')}</EmptyState>;
  const { secrets, allowed } = tracker.form;
  return (
    <>
      <SectionHeader title={title} />
      <TrackerEditor
        platform={platform}
        form={await found((await api()).trackers.form({ platform }))}
        tracker={{ id: tracker.id, secrets, allowed }}
        draft={readDraft(tracker, tracker.form)}
      />
    </>
  );
}
