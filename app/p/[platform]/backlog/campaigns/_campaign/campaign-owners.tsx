import type { AppText } from '../../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { CampaignOwners as Owners } from './campaign-data.ts';
import { besideWords } from './campaign-words.ts';
import { ProgressBar } from './progress-bar.tsx';

/** Who sees to a capability of a campaign. */
export function ownerWords(t: AppText, { owner }: Owners[number]): string {
  if (owner === null) return t('backlog.card.nobody');
  return owner.active ? owner.name : t('backlog.card.left', { name: owner.name });
}

/** Each capability of a campaign with who sees to it and how far it is; no order by who is ahead. */
export function CampaignOwners({ t, owners }: { t: AppText; owners: Owners }) {
  return (
    <Table label={t('campaigns.item.owners')} className="min-w-112">
      <Head>
        <tr>
          <HeadCell>{t('campaigns.item.capability')}</HeadCell>
          <HeadCell>{t('campaigns.item.who')}</HeadCell>
          <HeadCell>{t('campaigns.columns.progress')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {owners.map((one) => (
          <Row key={one.capability}>
            <Cell>{one.capabilityName ?? t('campaigns.item.whole')}</Cell>
            <Cell className={one.owner === null ? 'text-muted' : undefined}>{ownerWords(t, one)}</Cell>
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
