import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { BacklogTabs } from '../_backlog/backlog-tabs.tsx';
import { LedgerFigures } from './_ledger/ledger-figures.tsx';
import { LedgerTable, QuarterTable } from './_ledger/ledger-tables.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('ledger.title') };
}

export default async function LedgerPage({ params }: { params: Promise<{ platform: string }> }) {
  const { platform } = await params;
  const ledger = await found((await api()).backlog.ledger({ platform }));
  const t = await getText();
  const isEmpty = ledger.items.length === 0;
  return (
    <>
      <PageHeader title={t('ledger.title')} about={t('ledger.about')}>
        {isEmpty ? null : (
          <ButtonLink href={`/api/backlog/${platform}/ledger`} prefetch={false}>
            {t('ledger.download')}
          </ButtonLink>
        )}
      </PageHeader>
      <BacklogTabs platform={platform} current="ledger" />
      {isEmpty ? (
        <EmptyState
          title={t('ledger.empty.title')}
          action={<ButtonLink href={`/p/${platform}/backlog`}>{t('backlog.file.back')}</ButtonLink>}
        >
          {t('ledger.empty.text')}
        </EmptyState>
      ) : (
        <>
          <LedgerFigures t={t} ledger={ledger} />
          <QuarterTable t={t} ledger={ledger} />
          <LedgerTable t={t} ledger={ledger} />
        </>
      )}
    </>
  );
}
