import { formatDateTime } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Badge } from '../../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { Collection } from './sources-data.ts';

/** Each time a source was asked, with what came of each query. */
export async function CollectionTable({ runs }: { runs: Collection[] }) {
  const t = await getText();
  return (
    <Table label={t('sources.detail.runs')}>
      <Head>
        <tr>
          <HeadCell>{t('sources.detail.when')}</HeadCell>
          <HeadCell numeric>{t('sources.taken')}</HeadCell>
          <HeadCell numeric>{t('sources.refused')}</HeadCell>
          <HeadCell>{t('sources.detail.queries')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {runs.map((run) => (
          <CollectionRow key={run.startedAt} run={run} />
        ))}
      </Body>
    </Table>
  );
}

async function CollectionRow({ run }: { run: Collection }) {
  const t = await getText();
  return (
    <Row>
      <Cell className="align-top whitespace-nowrap">{formatDateTime(run.startedAt, t.locale)}</Cell>
      <Cell numeric className="align-top">
        {run.accepted}
      </Cell>
      <Cell numeric className="align-top">
        {run.rejected}
      </Cell>
      <Cell className="min-w-72">
        <details>
          <summary className="cursor-pointer">
            <span className="inline-flex flex-wrap items-center gap-2">
              {t('sources.detail.showQueries', { n: run.queries.length })}
              {run.failed > 0 ? (
                <Badge tone="broken">{t('sources.detail.queriesFailed', { n: run.failed })}</Badge>
              ) : null}
              {run.finishedAt === null ? <Badge tone="needs-you">{t('sources.detail.going')}</Badge> : null}
            </span>
          </summary>
          <ul className="mt-2 flex flex-col gap-3 pb-2">
            {run.queries.map((query) => (
              <li key={query.run}>
                <span className="font-medium">{query.name}</span>{' '}
                <span className="text-muted">
                  {t('sources.detail.valuesOf', { accepted: query.accepted, rejected: query.rejected })}
                </span>
                <QueryProblem query={query} />
                <code className="figures mt-1 block max-w-2xl rounded-md bg-sunken px-2 py-1 text-xs break-words whitespace-pre-wrap">
                  {query.query}
                </code>
              </li>
            ))}
          </ul>
        </details>
      </Cell>
    </Row>
  );
}

async function QueryProblem({ query }: { query: Collection['queries'][number] }) {
  const t = await getText();
  const { accepted, problem, failed } = query;
  if (problem !== null) return <span className={failed ? 'block text-broken' : 'block text-muted'}>{problem}</span>;
  return accepted === 0 ? <span className="block text-muted">{t('sources.detail.nothing')}</span> : null;
}
