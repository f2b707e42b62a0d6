import type { Metadata } from 'next';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { CampaignForm } from '../_campaign/campaign-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('campaigns.form.titleNew') };
}

export default async function NewCampaignPage({ params }: { params: Promise<{ platform: string }> }) {
  const { platform } = await params;
  const choices = await found((await api()).campaigns.choices({ platform }));
  const t = await getText();
  return (
    <>
      <PageHeader title={t('campaigns.form.titleNew')} about={t('campaigns.form.aboutNew')} />
      <CampaignForm platform={platform} choices={choices} open={null} />
    </>
  );
}
