import type { Metadata } from 'next';
import { getText } from '../../../_messages/get-text.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { platformHere } from '../settings/platform-here.ts';
import { CycleTable } from './cycle-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('surveys.title') };
}

export default async function SurveysPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { platform } = await params;
  const { editor, timeZone } = await platformHere(platform);
  const caller = await api();
  const [cycles, { capabilities }] = await Promise.all([
    caller.surveys.list({ platform }),
    caller.surveys.subjects({ platform }),
  ]);
  const names = new Map(capabilities.map(({ key, name }) => [key, name]));
  const add = editor ? (
    <ButtonLink variant="primary" href={`/p/${platform}/surveys/new`}>
      {t('surveys.new')}
    </ButtonLink>
  ) : null;
  if (cycles.length === 0) {
    return (
      <>
        <PageHeader title={t('surveys.title')} about={t('surveys.about')} />
        <EmptyState title={t('surveys.emptyTitle')} action={add}>
          {editor ? t('surveys.empty') : t('surveys.emptyViewer')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('surveys.title')} about={t('surveys.about')}>
        {add}
      </PageHeader>
      <CycleTable platform={platform} timeZone={timeZone} cycles={cycles} names={names} />
    </>
  );
}
