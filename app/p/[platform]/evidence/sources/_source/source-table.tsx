import Link from 'next/link';
import { formatWhen } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import { SourceState } from './source-state.tsx';
import { kindName } from './source-words.ts';
import type { SourceSummary } from './sources-data.ts';

/** The sources of a platform and how each does. */
export async function SourceTable({ sources, home }: { sources: SourceSummary[]; home: string }) {
  const t = await getText();
  return (
    <Table label={t('sources.title')}>
      <Head>
        <tr>
          <HeadCell>{t('sources.name')}</HeadCell>
          <HeadCell>{t('sources.state')}</HeadCell>
          <HeadCell>{t('sources.lastRun')}</HeadCell>
          <HeadCell>{t('sources.nextRun')}</HeadCell>
          <HeadCell numeric>{t('sources.taken')}</HeadCell>
          <HeadCell>{t('sources.problem')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} home={home} />
        ))}
      </Body>
    </Table>
  );
}

async function SourceRow({ source, home }: { source: SourceSummary; home: string }) {
  const t = await getText();
  const { id, name, kind, lastRunAt, newest } = source;
  return (
    <Row>
      <Cell className="min-w-40">
        <Link className="link" href={`${home}/${id}`}>
          {name}
        </Link>
        <span className="block text-xs text-muted">{kindName(t, kind)}</span>
      </Cell>
      <Cell className="whitespace-nowrap">
        <SourceState source={source} />
      </Cell>
      <Cell className="whitespace-nowrap">
        {lastRunAt === null ? (
          <span className="text-muted">{t('sources.never')}</span>
        ) : (
          formatWhen(lastRunAt, new Date(), t.locale)
        )}
      </Cell>
      <Cell className="whitespace-nowrap">
        <NextRun source={source} />
      </Cell>
      <Cell numeric>{newest === null ? null : newest.accepted}</Cell>
      <Cell className="min-w-60">{newest?.error}</Cell>
    </Row>
  );
}

/** When a source is asked next; a time that has passed is only waiting for its turn. */
export async function NextRun({ source: { nextRunAt } }: { source: SourceSummary }) {
  const t = await getText();
  if (nextRunAt === null) return null;
  const now = new Date();
  return <>{Date.parse(nextRunAt) <= now.getTime() ? t('sources.soon') : formatWhen(nextRunAt, now, t.locale)}</>;
}
