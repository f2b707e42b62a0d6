import { getText } from '../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Cycle } from './cycle-shape.ts';
import { ReplaceAddress } from './replace-address.tsx';

/** Addresses that no mail has reached, with the reason, and for each the way to correct it. */
export async function RefusedMail({ platform, cycle }: { platform: string; cycle: Cycle }) {
  const t = await getText();
  const nameOf = (key: string) => cycle.teams.find((team) => team.key === key)?.name ?? key;
  return (
    <section>
      <h2 className="mb-2 text-base font-semibold">{t('surveys.mail.refusedTitle')}</h2>
      <Table label={t('surveys.mail.refusedTitle')}>
        <Head>
          <tr>
            <HeadCell>{t('surveys.cycle.team')}</HeadCell>
            <HeadCell>{t('surveys.mail.address')}</HeadCell>
            <HeadCell>{t('surveys.mail.reason')}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t('surveys.mail.correct')}</span>
            </HeadCell>
          </tr>
        </Head>
        <Body>
          {cycle.refusedMail.map(({ id, team, address, reason, replaceable }) => (
            <Row key={id}>
              <Cell>{nameOf(team)}</Cell>
              <Cell className="figures whitespace-nowrap">{address}</Cell>
              <Cell className="min-w-56 text-muted wrap-anywhere">{reason}</Cell>
              <Cell className="text-right">
                {replaceable ? <ReplaceAddress platform={platform} cycle={cycle.id} refused={{ id, address }} /> : null}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
