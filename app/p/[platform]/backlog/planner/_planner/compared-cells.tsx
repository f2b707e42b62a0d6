import type { AppText } from '../../../../../_messages/registry.ts';
import { levelWords } from '../../../../../_ui/meter-words.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { Comparison } from './planner-data.ts';

/** The cells in which two scenarios differ. */
export function ComparedCells({ t, compared }: { t: AppText; compared: Comparison }) {
  const { cells, levels, capabilities, aspects, a, b } = compared;
  const nameOf = (list: readonly { key: string; name: string }[], key: string) =>
    list.find((one) => one.key === key)?.name ?? key;
  const words = (level: number | null) => (level === null ? t('planner.map.none') : levelWords(t, level, levels));
  if (cells.length === 0) return <p className="pt-6 text-muted">{t('planner.compare.same')}</p>;
  return (
    <section className="pt-6">
      <h3 className="pb-2 font-medium">{t('planner.compare.cells', { n: cells.length })}</h3>
      <Table label={t('planner.compare.cells', { n: cells.length })}>
        <Head>
          <tr>
            <HeadCell>{t('planner.compare.cell')}</HeadCell>
            <HeadCell>{a.name ?? t('planner.compare.now')}</HeadCell>
            <HeadCell>{b.name ?? t('planner.compare.now')}</HeadCell>
            <HeadCell numeric>{t('planner.compare.target')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {cells.map((cell) => (
            <Row key={`${cell.capability}/${cell.aspect}`}>
              <Cell>
                {nameOf(capabilities, cell.capability)}
                <span className="text-muted"> · {nameOf(aspects, cell.aspect)}</span>
              </Cell>
              <Cell className={(cell.a ?? 0) > (cell.b ?? 0) ? 'font-medium' : 'text-muted'}>{words(cell.a)}</Cell>
              <Cell className={(cell.b ?? 0) > (cell.a ?? 0) ? 'font-medium' : 'text-muted'}>{words(cell.b)}</Cell>
              <Cell numeric>{cell.target}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
