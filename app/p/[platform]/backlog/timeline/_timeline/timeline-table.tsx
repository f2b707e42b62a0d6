import Link from 'next/link';
import { formatDate } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { Span, TimelineRow } from './timeline-rows.ts';
import { dueText, rowAddress, spanWords, stateWords } from './timeline-words.ts';

const COLUMNS = ['title', 'state', 'work', 'wait', 'settled', 'due'] as const;

/** Everything that the drawing says, also what lies outside its window. */
export function TimelineTable({ t, platform, rows }: { t: AppText; platform: string; rows: TimelineRow[] }) {
  const spanOf = (row: TimelineRow, ...kinds: Span['kind'][]) => row.spans.find(({ kind }) => kinds.includes(kind));
  return (
    <Table label={t('timeline.table')} className="min-w-240">
      <Head>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column}>{t(`timeline.columns.${column}`)}</HeadCell>
          ))}
        </tr>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell className="min-w-56">
              <Link href={rowAddress(platform, row)} prefetch={false} className="hover:underline">
                {row.title}
              </Link>
            </Cell>
            <Cell>{stateWords(t, row)}</Cell>
            <Cell>{spanWords(t, spanOf(row, 'work', 'run'))}</Cell>
            <Cell>{spanWords(t, spanOf(row, 'wait'))}</Cell>
            <Cell>{row.settled === null ? null : formatDate(row.settled, t.locale)}</Cell>
            <Cell>{dueText(t, row)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
