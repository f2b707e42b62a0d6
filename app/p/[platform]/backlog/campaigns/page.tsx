import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { BacklogTabs } from '../_backlog/backlog-tabs.tsx';
import { CampaignTable } from './_campaign/campaign-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('campaigns.title') };
}

export default async function CampaignsPage({ params }: { params: Promise<{ platform: string }> }) {
  const { platform } = await params;
  const { items, mayPlan } = await found((await api()).campaigns.list({ platform }));
  const t = await getText();
  const plan = mayPlan ? (
    <ButtonLink variant="primary" href={`/p/${platform}/backlog/campaigns/new`}>
      {t('campaigns.plan')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title={t('campaigns.title')} about={t('campaigns.about')}>
        {items.length === 0 ? null : plan}
      </PageHeader>
      <BacklogTabs platform={platform} current="campaigns" />
      {items.length === 0 ? (
        <EmptyState title={t('campaigns.empty.title')} action={plan}>
          {t(mayPlan ? 'campaigns.empty.text' : 'campaigns.empty.viewer')}
        </EmptyState>
      ) : (
        <CampaignTable t={t} platform={platform} campaigns={items} />
      )}
    </>
  );
}
