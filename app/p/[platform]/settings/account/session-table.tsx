import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { formatDateTime } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { browserName } from './browser-name.ts';
import { EndSession } from './end-session.tsx';

type Session = inferRouterOutputs<AppRouter>['people']['listMySessions'][number];

/** Where somebody is signed in, each with the way to end it. */
export async function SessionTable({ sessions }: { sessions: Session[] }) {
  const t = await getText();
  return (
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
  );
}
