import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { NotAllowed } from '../not-allowed.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { AddPerson } from './add-person.tsx';
import { GrantRole } from './grant-role.tsx';
import { PersonMenu } from './person-menu.tsx';
import { RoleBadge } from './role-badge.tsx';

export default async function PeoplePage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, admin } = await platformHere((await params).platform);
  if (!admin) return <NotAllowed />;
  const { people, catalogue } = await api();
  const [everybody, me, teams] = await Promise.all([people.list({ platform }), people.me(), catalogue.listTeams()]);
  const open = teams.filter(({ archived }) => !archived);
  const teamNames = new Map(teams.map(({ key, name }) => [key, name]));
  return (
    <>
      <SectionHeader title={t('settings.people.title')} about={t('settings.people.about')}>
        {me.admin ? <AddPerson /> : null}
      </SectionHeader>
      <Table label={t('settings.people.title')}>
        <Head>
          <tr>
            <HeadCell>{t('settings.people.name')}</HeadCell>
            <HeadCell>{t('settings.people.email')}</HeadCell>
            <HeadCell>{t('settings.people.roles')}</HeadCell>
            <HeadCell className="relative">
              <span className="sr-only">{t('settings.edit')}</span>
            </HeadCell>
          </tr>
        </Head>
        <Body>
          {everybody.map((person) => (
            <Row key={person.id}>
              <Cell>
                <span className="flex items-center gap-2">
                  {person.name}
                  {person.deactivated ? <Badge>{t('settings.people.deactivated')}</Badge> : null}
                </span>
              </Cell>
              <Cell className="text-muted">{person.email}</Cell>
              <Cell>
                <span className="flex flex-wrap items-center gap-1.5">
                  {person.roles.map((role) => (
                    <RoleBadge
                      key={role.id}
                      role={{ ...role, team: role.team && (teamNames.get(role.team) ?? role.team) }}
                      name={person.name}
                      removable={me.admin || role.platform !== null}
                    />
                  ))}
                  {person.roles.length === 0 ? (
                    <span className="text-muted">{t('settings.people.noRoles')}</span>
                  ) : null}
                </span>
              </Cell>
              <Cell>
                <span className="flex justify-end gap-1">
                  <GrantRole person={person} platform={platform} teams={open} everywhere={me.admin} />
                  {me.admin ? <PersonMenu person={person} /> : null}
                </span>
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </>
  );
}
