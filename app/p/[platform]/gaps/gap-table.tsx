import Link from 'next/link';
import type { View } from '#rubrics/scoring/gaps.ts';
import { formatNumber, formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import type { GapCell, Gaps } from './gaps-data.ts';

const VIEWS = ['claimed', 'felt', 'measured'] as const satisfies readonly View[];

function ViewCell({ t, cell, view }: { t: AppText; cell: GapCell; view: View }) {
  const level = cell[view];
  const coverage = view === 'claimed' ? null : view === 'felt' ? cell.feltCoverage : cell.measuredCoverage;
  if (level === null) return <Cell className="text-muted">{t('gaps.table.unknown')}</Cell>;
  return (
    <Cell>
      <span className="figures">{formatNumber(level, t.locale, 1)}</span>
      {coverage === null ? null : (
        <span className="ml-2 text-xs text-muted">
          {t('gaps.table.covered', { coverage: formatPercent(coverage, t.locale) })}
        </span>
      )}
    </Cell>
  );
}

type Props = { t: AppText; read: Gaps };

function CellTable({ t, read, cells }: Props & { cells: readonly GapCell[] }) {
  const aspects = new Map(read.aspects.map(({ key, name }) => [key, name]));
  return (
    <Table label={t('gaps.table.title')} className="min-w-160">
      <Head>
        <tr>
          <HeadCell className="w-1/3">{t('gaps.table.capability')}</HeadCell>
          <HeadCell>{t('gaps.table.aspect')}</HeadCell>
          {VIEWS.map((view) => (
            <HeadCell key={view}>{t(`gaps.views.${view}`)}</HeadCell>
          ))}
          <HeadCell>{t('gaps.table.finding')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {cells.map((cell) => (
          <Row key={`${cell.capability} ${cell.aspect}`}>
            <Cell>
              <Link
                href={`/p/${read.platform.key}/capabilities/${cell.capability}?aspect=${cell.aspect}`}
                prefetch={false}
                className="hover:underline hover:underline-offset-3"
              >
                {cell.capabilityName}
              </Link>
            </Cell>
            <Cell>{aspects.get(cell.aspect) ?? cell.aspect}</Cell>
            {VIEWS.map((view) => (
              <ViewCell key={view} t={t} cell={cell} view={view} />
            ))}
            <Cell>
              {cell.gaps.length === 0
                ? null
                : t('gaps.findings.size', { n: Math.max(...cell.gaps.map(({ size }) => size)) })}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

const isAlone = (cell: GapCell) => VIEWS.filter((view) => cell[view] !== null).length === 1;

/** Every cell of which anything is claimed, felt or measured; where one view stands alone it can be unfolded. */
export function GapTable({ t, read }: Props) {
  const alone = read.cells.filter(isAlone);
  const compared = read.cells.filter((cell) => !isAlone(cell));
  return (
    <section className="pt-8">
      <h2 className="mb-2 font-semibold">{t('gaps.table.title')}</h2>
      {compared.length === 0 ? null : <CellTable t={t} read={read} cells={compared} />}
      {alone.length === 0 ? null : (
        <details open={compared.length === 0} className="pt-3">
          <summary>{t('gaps.table.alone', { n: alone.length })}</summary>
          <CellTable t={t} read={read} cells={alone} />
        </details>
      )}
      {read.silent === 0 ? null : (
        <p className="pt-2 text-xs text-muted">{t('gaps.table.silent', { n: read.silent })}</p>
      )}
    </section>
  );
}
