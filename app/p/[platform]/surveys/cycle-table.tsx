import type { inferRouterOutputs } from '@trpc/server';
import Link from 'next/link';
import type { AppRouter } from '#server/router.ts';
import { formatDate } from '../../../_messages/format.ts';
import { getText } from '../../../_messages/get-text.ts';
import { Badge } from '../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import { bandWords } from './band-words.ts';

type Props = {
  platform: string;
  timeZone: string;
  cycles: inferRouterOutputs<AppRouter>['surveys']['list'];
  /** names of capabilities by key */
  names: ReadonlyMap<string, string>;
};

/** The surveys of a platform, newest first. */
export async function CycleTable({ platform, timeZone, cycles, names }: Props) {
  const t = await getText();
  return (
    <Table label={t('surveys.title')}>
      <Head>
        <tr>
          <HeadCell>{t('surveys.name')}</HeadCell>
          <HeadCell>{t('surveys.state')}</HeadCell>
          <HeadCell>{t('surveys.asks')}</HeadCell>
          <HeadCell numeric>{t('surveys.invited')}</HeadCell>
          <HeadCell>{t('surveys.participation')}</HeadCell>
          <HeadCell>{t('surveys.closes')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {cycles.map((cycle) => (
          <Row key={cycle.id}>
            <Cell>
              <Link className="link" href={`/p/${platform}/surveys/${cycle.id}`}>
                {cycle.title}
              </Link>
            </Cell>
            <Cell>
              <Badge tone={cycle.state === 'open' ? 'accent' : 'neutral'}>{t(`surveys.${cycle.state}`)}</Badge>
            </Cell>
            <Cell>{cycle.capabilities.map((key) => names.get(key) ?? key).join(', ')}</Cell>
            <Cell numeric>{cycle.invited}</Cell>
            <Cell className="whitespace-nowrap">
              {cycle.state === 'open' ? bandWords(t, cycle.band, cycle.countedOn) : null}
            </Cell>
            <Cell className="whitespace-nowrap">{whenOf(cycle, t.locale, timeZone)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function whenOf(cycle: { closesAt: string | null; closedAt: string | null }, locale: string, timeZone: string) {
  const at = cycle.closedAt ?? cycle.closesAt;
  return at === null ? null : formatDate(at, locale, timeZone);
}
