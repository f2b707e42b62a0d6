import Link from 'next/link';
import { formatWhen } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { TrackerSummary } from './tracker-data.ts';
import { TrackerState } from './tracker-state.tsx';
import { kindName } from './tracker-words.ts';

type Props = { trackers: TrackerSummary[]; home: string; timeZone: string };

/** The trackers of a platform and how each does. */
export async function TrackerTable({ trackers, home, timeZone }: Props) {
  const t = await getText();
  const now = new Date();
  return (
    <Table label={t('trackers.title')}>
      <Head>
        <tr>
          <HeadCell>{t('trackers.name')}</HeadCell>
          <HeadCell>{t('trackers.state')}</HeadCell>
          <HeadCell numeric>{t('trackers.issues')}</HeadCell>
          <HeadCell numeric>{t('trackers.queued')}</HeadCell>
          <HeadCell>{t('trackers.lastRun')}</HeadCell>
          <HeadCell>{t('trackers.problem')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {trackers.map((tracker) => (
          <Row key={tracker.id}>
            <Cell className="min-w-40">
              <Link className="link" href={`${home}/${tracker.id}`}>
                {tracker.name}
              </Link>
              <span className="block text-xs text-muted">
                {kindName(t, tracker.kind)} · {tracker.place}
              </span>
            </Cell>
            <Cell className="whitespace-nowrap">
              <TrackerState tracker={tracker} timeZone={timeZone} />
            </Cell>
            <Cell numeric>{tracker.linked}</Cell>
            <Cell numeric>{tracker.queued}</Cell>
            <Cell className="whitespace-nowrap">
              {tracker.lastRunAt === null ? (
                <span className="text-muted">{t('trackers.never')}</span>
              ) : (
                formatWhen(tracker.lastRunAt, now, t.locale, timeZone)
              )}
            </Cell>
            <Cell className="min-w-60">{tracker.error}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
