import Link from 'next/link';
import { formatDate } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Fact } from '../../_backlog/fact.tsx';
import { StateBadge } from '../../_backlog/state-badge.tsx';
import type { OpenCampaign } from './campaign-data.ts';
import { DueDay } from './campaign-table.tsx';

/** Until when, by whom, and its way so far. */
export function CampaignFacts({ t, open: { campaign, platform } }: { t: AppText; open: OpenCampaign }) {
  const day = (iso: string) => formatDate(iso, t.locale, platform.timeZone);
  const { createdAt, createdBy, startedAt, endedAt } = campaign;
  return (
    <dl>
      <Fact name={t('campaigns.item.due')}>
        <DueDay t={t} campaign={campaign} />
      </Fact>
      <Fact name={t('campaigns.item.planned')}>
        {t('campaigns.item.plannedBy', { day: day(createdAt), name: createdBy })}
      </Fact>
      {startedAt === null ? null : <Fact name={t('campaigns.item.started')}>{day(startedAt)}</Fact>}
      {endedAt === null ? null : <Fact name={t('campaigns.item.ended')}>{day(endedAt)}</Fact>}
    </dl>
  );
}

/** The improvements that belong to a campaign. */
export function CampaignImprovements({ t, open }: { t: AppText; open: OpenCampaign }) {
  const { improvements, platform, campaign } = open;
  return (
    <section>
      <h2 className="border-b border-hairline pb-1 font-semibold">{t('campaigns.item.improvements')}</h2>
      {improvements.length === 0 ? <p className="py-2 text-muted">{t('campaigns.item.noImprovements')}</p> : null}
      <ul>
        {improvements.map(({ id, title, state }) => (
          <li key={id} className="flex items-center justify-between gap-3 border-b border-hairline py-1.5">
            <Link
              href={`/p/${platform.key}/backlog/${id}`}
              prefetch={false}
              className="min-w-0 hover:underline hover:underline-offset-3"
            >
              {title}
            </Link>
            <StateBadge t={t} state={state} />
          </li>
        ))}
      </ul>
      {campaign.rights.change ? (
        <p className="pt-2">
          <Link className="link" href={`/p/${platform.key}/backlog/new?campaign=${campaign.id}`}>
            {t('campaigns.item.propose')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
