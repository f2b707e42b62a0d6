'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';

const SHOWN = 100;

/** Which rows cannot be taken, and why. */
export function RowProblems({ problems, bad }: { problems: { row: number; reason: string }[]; bad: number }) {
  const t = useText();
  const shown = problems.slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('evidence.csv.problems')}</h2>
      <Table label={t('evidence.csv.problems')}>
        <Head>
          <tr>
            <HeadCell numeric>{t('evidence.csv.row')}</HeadCell>
            <HeadCell className="w-full">{t('evidence.csv.problem')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {shown.map(({ row, reason }) => (
            <Row key={row}>
              <Cell numeric>{row}</Cell>
              <Cell>{reason}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      {bad > shown.length ? (
        <p className="mt-2 text-muted">{t('evidence.csv.more', { n: bad - shown.length })}</p>
      ) : null}
    </section>
  );
}
