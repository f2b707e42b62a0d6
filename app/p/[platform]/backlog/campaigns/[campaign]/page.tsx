import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../../_messages/get-text.ts';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { CampaignActions } from '../_campaign/campaign-actions.tsx';
import { CampaignFacts, CampaignImprovements } from '../_campaign/campaign-facts.tsx';
import { CampaignOwners } from '../_campaign/campaign-owners.tsx';
import { CampaignPlaces } from '../_campaign/campaign-places.tsx';
import { CampaignBadge } from '../_campaign/campaign-table.tsx';
import { besideWords, outlookWords, progressWords } from '../_campaign/campaign-words.ts';
import { ProgressChart } from '../_campaign/progress-chart.tsx';
import { readCampaign } from '../_campaign/read-campaign.ts';
import { SinglePlaces, singlePlacesOf } from '../_campaign/single-places.tsx';

type Props = { params: Promise<{ platform: string; campaign: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaign } = await readCampaign(await params);
  return { title: campaign.name };
}

export default async function CampaignPage({ params }: Props) {
  const [open, t] = await Promise.all([readCampaign(await params), getText()]);
  const { campaign, platform, days, owners } = open;
  const singles = singlePlacesOf(open);
  return (
    <>
      <p className="pb-1 text-xs">
        <Link className="link" href={`/p/${platform.key}/backlog/campaigns`}>
          {t('campaigns.item.back')}
        </Link>
      </p>
      <PageHeader title={campaign.name} about={<CampaignBadge t={t} state={campaign.state} />}>
        <CampaignActions platform={platform.key} campaign={campaign} />
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
          <div>
            <p className="text-base font-medium">{progressWords(t, campaign.progress, true)}</p>
            <p className="text-xs text-muted">{besideWords(t, campaign.progress)}</p>
            <p className="mt-1 text-muted">{outlookWords(t, open)}</p>
          </div>
          {days.length === 0 ? (
            <p className="text-muted">{t('campaigns.item.noDays')}</p>
          ) : (
            <ProgressChart days={days} />
          )}
          <section>
            <h2 className="pb-1 font-semibold">{t('campaigns.item.owners')}</h2>
            {singles === null ? (
              <CampaignOwners t={t} owners={owners} />
            ) : (
              <SinglePlaces t={t} open={open} singles={singles} />
            )}
          </section>
          {singles === null ? (
            <section>
              <h2 className="border-b border-hairline pb-1 font-semibold">{t('campaigns.item.places')}</h2>
              <CampaignPlaces t={t} open={open} />
            </section>
          ) : null}
        </div>
        <div className="grid content-start gap-8">
          <CampaignFacts t={t} open={open} />
          <CampaignImprovements t={t} open={open} />
          {campaign.notes === '' ? null : (
            <section>
              <h2 className="pb-1 font-semibold">{t('campaigns.item.notes')}</h2>
              <p className="max-w-prose whitespace-pre-wrap">{campaign.notes}</p>
            </section>
          )}
        </div>
      </div>
    </>
  );
}
