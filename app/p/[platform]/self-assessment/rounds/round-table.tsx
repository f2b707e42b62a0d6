import Link from 'next/link';
import { formatDate, formatNumber } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Rounds } from './rounds-data.ts';

/** The rounds of a platform, the newest first. */
export async function RoundTable({ list: { platform, rounds } }: { list: Rounds }) {
  const t = await getText();
  return (
    <Table label={t('ratingRounds.title')}>
      <Head>
        <tr>
          <HeadCell>{t('ratingRounds.list.name')}</HeadCell>
          <HeadCell>{t('ratingRounds.list.state')}</HeadCell>
          <HeadCell numeric>{t('ratingRounds.list.rated')}</HeadCell>
          <HeadCell numeric>{t('ratingRounds.list.agreement')}</HeadCell>
          <HeadCell>{t('ratingRounds.list.opened')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {rounds.map((round) => (
          <Row key={round.id}>
            <Cell className="min-w-40">
              <Link className="link" href={`/p/${platform.key}/self-assessment/rounds/${round.id}`}>
                {round.title}
              </Link>
            </Cell>
            <Cell>
              {round.waitsForMe ? (
                <Badge tone="needs-you">{t('ratingRounds.list.yours')}</Badge>
              ) : (
                <Badge tone={round.state === 'open' ? 'accent' : 'neutral'}>
                  {t(`ratingRounds.state.${round.state}`)}
                </Badge>
              )}
            </Cell>
            <Cell numeric className="whitespace-nowrap">
              {t('ratingRounds.list.handedIn', { handedIn: round.handedIn, asked: round.asked })}
            </Cell>
            <Cell numeric>{alphaWords(round, t.locale, t('ratingRounds.result.undefined'))}</Cell>
            <Cell className="whitespace-nowrap">{formatDate(round.openedAt, t.locale, platform.timeZone)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function alphaWords({ state, alpha }: Rounds['rounds'][number], locale: string, none: string): string | null {
  if (state !== 'revealed') return null;
  return alpha === null ? none : formatNumber(alpha, locale);
}
