import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { formatDateTime } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';

type Trouble = inferRouterOutputs<AppRouter>['notices']['outbox']['troubled'][number];

/** Messages that failed, for good or so far, with the reason that the mail server gave. */
export async function TroubleTable({ troubled, timeZone }: { troubled: Trouble[]; timeZone: string }) {
  const t = await getText();
  const time = (at: string) => formatDateTime(at, t.locale, timeZone);
  return (
    <Table label={t('notices.outbox.troubleTitle')}>
      <Head>
        <tr>
          <HeadCell>{t('notices.outbox.kind')}</HeadCell>
          <HeadCell>{t('notices.outbox.to')}</HeadCell>
          <HeadCell>{t('notices.outbox.queued')}</HeadCell>
          <HeadCell>{t('notices.outbox.reason')}</HeadCell>
          <HeadCell numeric>{t('notices.outbox.attempts')}</HeadCell>
          <HeadCell>{t('notices.outbox.next')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {troubled.map(({ id, kind, name, queuedAt, error, attempts, nextAt }) => (
          <Row key={id}>
            <Cell>{t(`notices.kinds.${kind}.name`)}</Cell>
            <Cell>{name}</Cell>
            <Cell className="whitespace-nowrap">{time(queuedAt)}</Cell>
            <Cell className="min-w-48 wrap-anywhere">{error}</Cell>
            <Cell numeric>{attempts}</Cell>
            <Cell className="whitespace-nowrap">{nextAt === null ? t('notices.outbox.noNext') : time(nextAt)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
