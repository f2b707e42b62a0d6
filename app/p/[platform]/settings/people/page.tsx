import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { Body, Head, HeadCell, Table } from '../../../../_ui/table.tsx';
import { NotAllowed } from '../not-allowed.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { AddPerson } from './add-person.tsx';
import { GrantRole } from './grant-role.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PersonRow } from './person-row.tsx';

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
            <PersonRow key={person.id} person={person} teamNames={teamNames} everywhere={me.admin}>
              <GrantRole person={person} platform={platform} teams={open} everywhere={me.admin} />
              {me.admin ? <PersonMenu person={person} /> : null}
            </PersonRow>
          ))}
        </Body>
      </Table>
    </>
  );
}
