import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../../../../_messages/get-text.ts';
import { found } from '../../../../../../_trpc/found.ts';
import { api } from '../../../../../../_trpc/server.ts';
import { PageHeader } from '../../../../../../_ui/page-header.tsx';
import { CampaignForm } from '../../_campaign/campaign-form.tsx';
import { readCampaign } from '../../_campaign/read-campaign.ts';

type Props = { params: Promise<{ platform: string; campaign: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('campaigns.form.titleEdit') };
}

export default async function EditCampaignPage({ params }: Props) {
  const { platform } = await params;
  const [open, t] = await Promise.all([readCampaign(await params), getText()]);
  const { id, name, rights } = open.campaign;
  if (!rights.change) redirect(`/p/${platform}/backlog/campaigns/${id}`);
  const choices = await found((await api()).campaigns.choices({ platform }));
  return (
    <>
      <PageHeader title={t('campaigns.form.titleEdit')} about={name} />
      <CampaignForm platform={platform} choices={choices} open={open} />
    </>
  );
}
