import { formatDateTime } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { SectionHeader } from '../section-header.tsx';
import { browserName } from './browser-name.ts';
import { ChangePassword } from './change-password.tsx';
import { EndSession } from './end-session.tsx';
import { NoticeChoices } from './notice-choices.tsx';

export default async function AccountPage() {
  const t = await getText();
  const { people, notices } = await api();
  const reads = Promise.all([people.me(), people.listMySessions(), notices.preferences()]);
  const [me, sessions, chosen] = await found(reads);
  return (
    <div className="flex flex-col gap-12">
      <section>
        <SectionHeader title={t('settings.account.title')} about={`${me.name}, ${me.email}`} />
        <ChangePassword email={me.email} />
      </section>
      <section>
        <SectionHeader title={t('notices.title')} about={t('notices.about')} />
        {chosen.sending ? null : <p className="pb-3 text-muted">{t('notices.notSending')}</p>}
        <NoticeChoices kinds={chosen.kinds} />
      </section>
      <section>
        <SectionHeader title={t('settings.account.sessions')}>
          {sessions.length > 1 ? <EndSession session={null} label={t('settings.account.endOthers')} /> : null}
        </SectionHeader>
        <Table label={t('settings.account.sessions')}>
          <Head>
            <tr>
              <HeadCell>{t('settings.account.device')}</HeadCell>
              <HeadCell>{t('settings.account.address')}</HeadCell>
              <HeadCell>{t('settings.account.since')}</HeadCell>
              <HeadCell className="relative">
                <span className="sr-only">{t('settings.account.end')}</span>
              </HeadCell>
            </tr>
          </Head>
          <Body>
            {sessions.map((session) => {
              const name = browserName(session.userAgent) ?? t('settings.account.unknown');
              return (
                <Row key={session.id}>
                  <Cell>
                    <span className="flex items-center gap-2">
                      {name}
                      {session.current ? <Badge tone="accent">{t('settings.account.currentSession')}</Badge> : null}
                    </span>
                  </Cell>
                  <Cell className="figures text-muted">{session.ipAddress || t('settings.account.unknown')}</Cell>
                  <Cell>{formatDateTime(session.createdAt, t.locale)}</Cell>
                  <Cell className="text-right">
                    {session.current ? null : (
                      <EndSession
                        session={session.id}
                        label={t('settings.account.end')}
                        accessibleName={t('settings.account.endOne', { name })}
                      />
                    )}
                  </Cell>
                </Row>
              );
            })}
          </Body>
        </Table>
      </section>
    </div>
  );
}
