import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { EvidenceTabs } from '../../evidence/evidence-tabs.tsx';
import { RoundTable } from './round-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('ratingRounds.title') };
}

export default async function RoundsPage({ params }: { params: Promise<{ platform: string }> }) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const list = await found(caller.ratingRounds.list({ platform }));
  const add = list.mayOpen ? (
    <ButtonLink variant="primary" href={`/p/${platform}/self-assessment/rounds/new`}>
      {t('ratingRounds.new')}
    </ButtonLink>
  ) : null;
  const isEmpty = list.rounds.length === 0;
  return (
    <>
      <PageHeader title={t('ratingRounds.title')} about={t('ratingRounds.about')}>
        {isEmpty ? null : add}
      </PageHeader>
      <EvidenceTabs platform={platform} current="selfAssessment" />
      {isEmpty ? (
        <EmptyState title={t('ratingRounds.emptyTitle')} action={add}>
          {t(list.mayOpen ? 'ratingRounds.empty' : 'ratingRounds.emptyViewer')}
        </EmptyState>
      ) : (
        <RoundTable list={list} />
      )}
    </>
  );
}
