import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { TeamDialog } from './team-dialog.tsx';

export default async function TeamsPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { editor } = await platformHere((await params).platform);
  const teams = await (await api()).catalogue.listTeams();
  const names = new Map(teams.map(({ key, name }) => [key, name]));
  const add = editor ? <TeamDialog teams={teams} /> : null;
  if (teams.length === 0) {
    return (
      <EmptyState title={t('settings.teams.emptyTitle')} action={add}>
        {t('settings.teams.empty')}
      </EmptyState>
    );
  }
  return (
    <>
      <SectionHeader title={t('settings.teams.title')} about={t('settings.teams.about')}>
        {add}
      </SectionHeader>
      <Table label={t('settings.teams.title')}>
        <Head>
          <tr>
            <HeadCell>{t('settings.teams.name')}</HeadCell>
            <HeadCell>{t('settings.teams.key')}</HeadCell>
            <HeadCell>{t('settings.teams.parent')}</HeadCell>
            <HeadCell>{t('settings.teams.contact')}</HeadCell>
            {editor ? (
              <HeadCell className="relative">
                <span className="sr-only">{t('settings.edit')}</span>
              </HeadCell>
            ) : null}
          </tr>
        </Head>
        <Body>
          {teams.map((team) => (
            <Row key={team.key}>
              <Cell>
                <span className="flex items-center gap-2">
                  {team.name}
                  {team.archived ? <Badge>{t('settings.teams.archived')}</Badge> : null}
                </span>
              </Cell>
              <Cell className="figures text-muted">{team.key}</Cell>
              <Cell>{team.parent === null ? '' : names.get(team.parent)}</Cell>
              <Cell className="text-muted">{team.contact}</Cell>
              {editor ? (
                <Cell className="text-right">
                  <TeamDialog team={team} teams={teams} />
                </Cell>
              ) : null}
            </Row>
          ))}
        </Body>
      </Table>
    </>
  );
}
