import { getText } from '../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { bandWords } from '../band-words.ts';
import type { Cycle } from './cycle-shape.ts';
import { RemindByMail } from './remind-by-mail.tsx';
import { RenewLinks } from './renew-links.tsx';

/** Who is asked, team by team: which could have a result of their own, and while open how many answered, as bands. */
export async function TeamTable({ platform, cycle, editor }: { platform: string; cycle: Cycle; editor: boolean }) {
  const t = await getText();
  const open = cycle.state === 'open';
  const renews = open && editor && cycle.linksMade;
  return (
    <section>
      <h2 className="mb-2 text-base font-semibold">{t('surveys.cycle.teams')}</h2>
      <Table label={t('surveys.cycle.teams')}>
        <Head>
          <tr>
            <HeadCell>{t('surveys.cycle.team')}</HeadCell>
            <HeadCell numeric>{t('surveys.invited')}</HeadCell>
            <HeadCell>{t('surveys.cycle.canShow')}</HeadCell>
            {open ? <HeadCell>{t('surveys.participation')}</HeadCell> : null}
            {renews ? (
              <HeadCell>
                <span className="sr-only">{t('surveys.links.title')}</span>
              </HeadCell>
            ) : null}
          </tr>
        </Head>
        <Body>
          {cycle.teams.map((team) => (
            <Row key={team.key}>
              <Cell>{team.name}</Cell>
              <Cell numeric>{team.invited}</Cell>
              <Cell className={team.canShow ? '' : 'text-muted'}>
                {t(team.canShow ? 'surveys.cycle.canShowYes' : 'surveys.cycle.canShowNo')}
              </Cell>
              {open ? <Cell className="whitespace-nowrap">{bandWords(t, team.band, cycle.countedOn)}</Cell> : null}
              {renews ? (
                <Cell className="text-right">
                  <Again platform={platform} cycle={cycle.id} team={team} />
                </Cell>
              ) : null}
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}

/** How a team is asked again: by e-mail, with what has become of the mails so far, or by new links. */
async function Again({ platform, cycle, team }: { platform: string; cycle: string; team: Cycle['teams'][number] }) {
  const t = await getText();
  if (team.invited === 0) return null;
  if (team.mail === null) return <RenewLinks platform={platform} cycle={cycle} team={team} />;
  const { waiting, refused } = team.mail;
  const words = [
    waiting > 0 ? t('surveys.mail.waiting', { n: waiting }) : '',
    refused > 0 ? t('surveys.mail.refused', { n: refused }) : '',
  ].filter((word) => word !== '');
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-3">
      <span className="text-muted">{words.length === 0 ? t('surveys.mail.sent') : words.join(' · ')}</span>
      <RemindByMail platform={platform} cycle={cycle} team={team} />
    </span>
  );
}
