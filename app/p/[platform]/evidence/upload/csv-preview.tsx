'use client';

import type { CsvPreview as Preview } from '#server/router.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { Badge } from '../../../../_ui/badge.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { RowProblems } from './row-problems.tsx';

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** What was read of a file, before anything is stored. */
export function CsvPreview({ preview }: { preview: Preview }) {
  const t = useText();
  const { columns, first, good, bad, problems, delimiter } = preview;
  const separated = delimiter === ';' || delimiter === '\t' ? DELIMITERS[delimiter] : 'comma';
  return (
    <section className="flex flex-col gap-4">
      <Notice live tone={bad === 0 ? 'info' : 'needs-you'} title={t('evidence.csv.good', { n: good })}>
        {bad === 0 ? null : `${t('evidence.csv.bad', { n: bad })} · `}
        {t(`evidence.csv.delimiters.${separated}`)}
      </Notice>
      <h2 className="font-semibold">{t('evidence.csv.preview')}</h2>
      <Table label={t('evidence.csv.preview')}>
        <Head>
          <tr>
            <HeadCell numeric>{t('evidence.csv.row')}</HeadCell>
            {columns.map((column) => (
              <HeadCell key={column}>{column}</HeadCell>
            ))}
            <HeadCell>{t('evidence.csv.problem')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {first.map(({ row, cells, reason }) => (
            <Row key={row}>
              <Cell numeric>{row}</Cell>
              {columns.map((column, index) => (
                <Cell key={column} className="max-w-60 truncate whitespace-nowrap">
                  {cells[index]}
                </Cell>
              ))}
              <Cell>{reason === null ? null : <Badge tone="needs-you">{t('evidence.csv.problem')}</Badge>}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <RowProblems problems={problems} bad={bad} />
    </section>
  );
}
