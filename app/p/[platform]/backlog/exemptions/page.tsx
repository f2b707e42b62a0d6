import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { AskExemption } from '../_backlog/ask-exemption.tsx';
import { BacklogTabs } from '../_backlog/backlog-tabs.tsx';
import { RegisterFigures } from '../_backlog/register-figures.tsx';
import { LevelShares, RestingCells } from '../_backlog/register-levels.tsx';
import { RegisterTable } from '../_backlog/register-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('backlog.exemptions') };
}

export default async function ExemptionsPage({ params }: { params: Promise<{ platform: string }> }) {
  const { platform } = await params;
  const register = await found((await api()).exemptions.register({ platform }));
  const t = await getText();
  const ask = register.mayAsk ? <AskExemption platform={platform} today={register.now.slice(0, 10)} /> : null;
  return (
    <>
      <PageHeader title={t('backlog.exemptions')} about={t('backlog.register.about')}>
        {register.items.length === 0 ? null : (
          <ButtonLink href={`/api/backlog/${platform}/exemptions`} prefetch={false}>
            {t('backlog.download')}
          </ButtonLink>
        )}
        {register.items.length === 0 ? null : ask}
      </PageHeader>
      <BacklogTabs platform={platform} current="exemptions" />
      {register.items.length === 0 ? (
        <EmptyState title={t('backlog.register.empty.title')} action={ask}>
          {t('backlog.register.empty.text')}
        </EmptyState>
      ) : (
        <>
          <RegisterFigures t={t} register={register} />
          <LevelShares t={t} register={register} />
          <RestingCells t={t} register={register} />
          <RegisterTable t={t} register={register} />
        </>
      )}
    </>
  );
}
