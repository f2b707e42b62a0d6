import Link from 'next/link';
import { formatDate } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Badge } from '../../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { Campaign } from './campaign-data.ts';
import { besideWords } from './campaign-words.ts';
import { ProgressBar } from './progress-bar.tsx';

const COLUMNS = ['name', 'state', 'due', 'progress'] as const;

/** Campaigns with how far each is by evidence; what has ended stays below. */
export function CampaignTable({ t, platform, campaigns }: { t: AppText; platform: string; campaigns: Campaign[] }) {
  return (
    <Table label={t('campaigns.title')} className="min-w-160">
      <Head>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column}>{t(`campaigns.columns.${column}`)}</HeadCell>
          ))}
        </tr>
      </Head>
      <Body>
        {campaigns.map((one) => (
          <Row key={one.id} className={one.state === 'ended' ? 'text-muted' : undefined}>
            <Cell className="min-w-56">
              <Link
                href={`/p/${platform}/backlog/campaigns/${one.id}`}
                prefetch={false}
                className="font-medium hover:underline hover:underline-offset-3"
              >
                {one.name}
              </Link>
            </Cell>
            <Cell>
              <CampaignBadge t={t} state={one.state} />
            </Cell>
            <Cell className="whitespace-nowrap">
              <DueDay t={t} campaign={one} />
            </Cell>
            <Cell>
              <ProgressBar t={t} progress={one.progress} />
              <span className="block text-xs text-muted">{besideWords(t, one.progress)}</span>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export function CampaignBadge({ t, state }: { t: AppText; state: Campaign['state'] }) {
  return <Badge tone={state === 'running' ? 'accent' : 'neutral'}>{t(`campaigns.states.${state}`)}</Badge>;
}

/** The day; of what is late, that it was. */
export function DueDay({ t, campaign: { dueOn, late } }: { t: AppText; campaign: Campaign }) {
  const day = formatDate(dueOn, t.locale);
  return late ? <span className="font-medium text-needs-you">{t('campaigns.overdue', { day })}</span> : day;
}
