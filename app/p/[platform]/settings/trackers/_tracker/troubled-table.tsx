import Link from 'next/link';
import { getText } from '../../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { TrackerDetail } from './tracker-data.ts';

/** Improvements whose issue is gone or was refused. */
export async function TroubledTable({ platform, troubled }: { platform: string; troubled: TrackerDetail['troubled'] }) {
  const t = await getText();
  return (
    <Table label={t('trackers.detail.troubled')}>
      <Head>
        <tr>
          <HeadCell>{t('trackers.detail.improvement')}</HeadCell>
          <HeadCell>{t('trackers.detail.issue')}</HeadCell>
          <HeadCell>{t('trackers.problem')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {troubled.map(({ id, title, issue, address, error }) => (
          <Row key={id}>
            <Cell className="min-w-40">
              <Link className="link" href={`/p/${platform}/backlog/${id}`}>
                {title}
              </Link>
            </Cell>
            <Cell className="figures">
              {issue === null || address === null ? (
                <span className="text-muted">{t('trackers.detail.none')}</span>
              ) : (
                <a className="link" href={address} rel="noreferrer">
                  {issue}
                </a>
              )}
            </Cell>
            <Cell className="min-w-60">{error}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
