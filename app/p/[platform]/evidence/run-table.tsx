import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { formatDateTime } from '../../../_messages/format.ts';
import { getText } from '../../../_messages/get-text.ts';
import { Badge } from '../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import { sourceName } from './source-name.ts';

type Run = inferRouterOutputs<AppRouter>['evidence']['listRuns'][number];

/** Deliveries of values: the provenance of everything that counts. */
export async function RunTable({ runs }: { runs: Run[] }) {
  const t = await getText();
  return (
    <Table label={t('evidence.tabRuns')}>
      <Head>
        <tr>
          <HeadCell>{t('evidence.runs.when')}</HeadCell>
          <HeadCell>{t('evidence.source')}</HeadCell>
          <HeadCell>{t('evidence.runs.from')}</HeadCell>
          <HeadCell numeric>{t('evidence.runs.accepted')}</HeadCell>
          <HeadCell numeric>{t('evidence.runs.rejected')}</HeadCell>
          <HeadCell>{t('evidence.runs.problem')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {runs.map((run) => (
          <Row key={run.id}>
            <Cell className="whitespace-nowrap">{formatDateTime(run.startedAt, t.locale)}</Cell>
            <Cell className="whitespace-nowrap">{sourceName(t, run.source)}</Cell>
            <Cell>
              {run.origin}
              {run.query === null ? null : (
                <code className="figures block max-w-md truncate text-xs text-muted" title={run.query}>
                  {run.query}
                </code>
              )}
            </Cell>
            <Cell numeric>{run.accepted}</Cell>
            <Cell numeric>{run.rejected}</Cell>
            <Cell className="min-w-60">
              {run.finishedAt === null ? <Badge tone="needs-you">{t('evidence.runs.cutShort')}</Badge> : run.error}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
